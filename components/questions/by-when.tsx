import { shownPlainDate } from '#lib/format/dates.ts';
import { isOverdue } from './question-order.ts';

interface ByWhenProps {
  /** Plain date. */
  readonly by: string;
  /** Plain date in the zone of the workspace. */
  readonly today: string;
  readonly locale: string;
}

/** Until when an answer is wanted; a word, not a colour, says that the day is over. */
export function ByWhen({ by, today, locale }: ByWhenProps) {
  return (
    <span className="whitespace-nowrap">
      by {shownPlainDate(by, locale)}
      {isOverdue({ by }, today) ? (
        <>
          , <span className="font-semibold text-ink">overdue</span>
        </>
      ) : null}
    </span>
  );
}
