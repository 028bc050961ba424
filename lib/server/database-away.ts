/** What sockets, PostgreSQL and Prisma report while the database restarts, is cut off or has no connection left. */
const AWAY_CODES = new Set(
  [
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
    ['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
    ['P1001', 'P1002', 'P1008', 'P1017', 'P2024'],
  ].flat(),
);

/** pg gives these no code. */
const AWAY_MESSAGE = /^Connection terminated|timeout exceeded when trying to connect/;

/** Whether the same request can succeed in a moment, because only the way to the database was missing. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return AWAY_CODES.has(code) || AWAY_MESSAGE.test(error.message) || isDatabaseAway(error.cause);
}
