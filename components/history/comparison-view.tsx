import type { ReactNode } from 'react';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Json } from '#lib/domain/json.ts';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import type { MomentDifference } from '#lib/domain/worksheets/comparison.ts';
import { counted } from '#lib/format/counts.ts';
import { shownDateTime, type DateStyle } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { differenceWords } from './difference-words.ts';
import { MarkedChange, MarkedText } from './marked-change.tsx';
import { RestoreForm } from './restore-form.tsx';

interface ShownDifference extends MomentDifference {
  readonly last: { readonly at: Date; readonly by: string } | null;
}

interface ComparisonViewProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly comparison: { readonly differences: readonly ShownDifference[]; readonly more: number };
  /** The two moments in words: "24 Nov 2026", "now". */
  readonly from: string;
  readonly to: string;
  readonly picker: ReactNode;
  readonly valueAt: (path: string) => Json | undefined;
  readonly dates: DateStyle;
}

/** What changed between two moments, by section, and the way back. */
export function ComparisonView({ at, comparison, from, to, picker, valueAt, dates }: ComparisonViewProps) {
  const { differences, more } = comparison;
  const count = counted(differences.length + more, 'change', 'changes', dates.locale);
  return (
    <>
      <PageHeading
        title="What changed"
        lead={
          <>
            {differences.length === 0 ? 'Nothing' : count} between {from} and {to}.{' '}
            <AppLink href={paths.history(at)} className="link">
              Whole history
            </AppLink>
          </>
        }
      />
      {picker}
      {differences.length === 0 ? (
        <p className="font-serif text-t-3 text-ink-2">The worksheet says the same at both moments.</p>
      ) : (
        <RestoreForm differences={differences} moment={from}>
          {sections.map(({ key, title }) => {
            const here = differences.filter(({ path }) => path.startsWith(`${key}.`));
            return here.length === 0 ? null : (
              <section key={key} className="mb-8">
                <h2 className="border-b border-edge pb-1 font-serif text-t-4">
                  {title} <span className="font-sans text-t-1 font-normal text-ink-3">{here.length}</span>
                </h2>
                <ul>
                  {here.map((difference) => (
                    <DifferenceRow
                      key={`${difference.path} ${difference.kind}`}
                      at={at}
                      difference={difference}
                      valueAt={valueAt}
                      dates={dates}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
        </RestoreForm>
      )}
      {more === 0 ? null : (
        <p className="mt-4 text-ink-2">
          {counted(more, 'more change is', 'more changes are', dates.locale)} not shown. Choose moments that lie closer
          together.
        </p>
      )}
    </>
  );
}

interface DifferenceRowProps extends Pick<ComparisonViewProps, 'at' | 'valueAt' | 'dates'> {
  readonly difference: ShownDifference;
}

function DifferenceRow({ at, difference, valueAt, dates }: DifferenceRowProps) {
  const { path, last } = difference;
  const { name, note, pieces, before, after } = differenceWords(difference, valueAt);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] border-b border-hairline py-2">
      <label className="flex min-h-6 items-start pt-0.75 pointer-coarse:min-h-11 print:invisible">
        <input type="checkbox" name="restore" value={path} className="size-4" />
        <span className="sr-only">Restore {name}</span>
      </label>
      <div>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span>
            <AppLink href={paths.document({ ...at, field: path })} className="link font-semibold">
              {name}
            </AppLink>
            {note === undefined ? null : <span className="text-ink-2"> {note}</span>}
          </span>
          {last === null ? null : (
            <span className="text-t-1 text-ink-3">
              {last.by}, {shownDateTime(last.at, dates)}
            </span>
          )}
        </p>
        <p className="mt-0.5 font-serif text-t-3 whitespace-pre-line">
          {pieces === undefined ? <MarkedChange before={before} after={after} /> : <MarkedText pieces={pieces} />}
        </p>
      </div>
    </li>
  );
}
