const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/**
 * The bytes of a base64 text (RFC 4648, padded, no line ends), or null where it is not one. Strict, so that equal bytes
 * have one spelling and a file that is written again has the bytes it had.
 */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let index = 0; index < text.length; index += 4) {
    const digits = index + 4 === text.length ? 4 - padding : 4;
    let bits = 0;
    for (let digit = 0; digit < 4; digit += 1) {
      const value = digit < digits ? (VALUES[text.charCodeAt(index + digit)] ?? 255) : 0;
      if (value === 255) return null;
      bits = (bits << 6) | value;
    }
    const spare = (4 - digits) * 8;
    if ((bits & ((1 << spare) - 1)) !== 0) return null;
    for (let shift = 16; shift >= spare; shift -= 8) bytes[at++] = (bits >> shift) & 255;
  }
  return bytes;
}
