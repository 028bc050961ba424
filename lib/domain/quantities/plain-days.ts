const DAY = 86_400_000;

/**
 * Days from one plain date to another, YYYY-MM-DD; negative when the other is earlier. As Date counts in UTC, where
 * every day has 24 hours, no zone can come between.
 */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / DAY;
}

function midnight(plainDate: string): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = plainDate.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}
