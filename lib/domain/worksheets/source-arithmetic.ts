/** Just before an update is readable, what is there is one interval and the delay old. */
export function ageBeforeUpdate(interval: number, delay: number): number {
  return interval + delay;
}

/** What is read for each part used where every column is read for a few; null where so many columns make no sense. */
export function readForEachUsed(columns: number, columnsRead: number): number | null {
  return columnsRead < 1 || columnsRead > columns ? null : columns / columnsRead;
}
