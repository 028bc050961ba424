/** The plain date (2027-01-15) that a calendar in this zone shows today. */
export function todayIn(timeZone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts }).format(new Date());
}
