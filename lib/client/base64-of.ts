/** The bytes of a file as base64: what stands after the comma of a data address. */
export function base64Of(file: Blob): Promise<string> {
  const reader = new FileReader();
  const read = Promise.withResolvers<string>();
  reader.addEventListener('load', () => {
    const address = typeof reader.result === 'string' ? reader.result : '';
    read.resolve(address.slice(address.indexOf(',') + 1));
  });
  reader.addEventListener('error', () => read.reject(reader.error ?? new TypeError('The file could not be read.')));
  reader.readAsDataURL(file);
  return read.promise;
}
