/** The values of sections without their versions. */
export function valuesOf<V>(sections: Readonly<Record<string, { readonly value: V }>>): Record<string, V> {
  return Object.fromEntries(Object.entries(sections).map(([key, { value }]) => [key, value]));
}
