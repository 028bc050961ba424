import { AppError } from '#lib/domain/errors.ts';
import { isPlainDate } from '#lib/domain/worksheets/read-leaf.ts';

/**
 * The day that waivers expire by: the one that was given, else that of this machine's calendar.
 *
 * @throws AppError 'bad-input' for what is no day of the calendar
 */
export function presentDay(given: string | undefined): string {
  if (given === undefined) return localDay(new Date());
  if (!isPlainDate(given)) throw new AppError('bad-input', '--today is a date such as 2027-01-15.');
  return given;
}

/** The plain date that the calendar on this machine's wall shows. */
function localDay(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
