/** "1 project", "12 projects", "1,094 projects": the number and its noun never part. */
export function counted(count: number, one: string, many: string, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)}\u00A0${count === 1 ? one : many}`;
}

/** "owner", "owner and admin", "owner, admin and editor" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
