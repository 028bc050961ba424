import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';
import { Select } from '#components/ui/select-field.tsx';
import { stageNames } from '#lib/domain/worksheets/definition.ts';
import { HAVING, SORTS, type PortfolioView } from './portfolio-view.ts';

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Narrows and orders the portfolio; a plain form, so that the address can be kept and shared. */
export function PortfolioFilter({ action, view }: { readonly action: string; readonly view: PortfolioView }) {
  return (
    // A new view is a new form: what its boxes show is what the address says.
    <form
      key={JSON.stringify(view)}
      action={action}
      role="search"
      aria-label="Projects"
      className="my-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap"
    >
      {view.archived ? <input type="hidden" name="archived" value="true" /> : null}
      <span className="max-sm:col-span-2 sm:w-56">
        <input
          type="search"
          name="title"
          aria-label="Title holds"
          placeholder="Title holds…"
          defaultValue={view.title}
          maxLength={120}
          autoComplete="off"
          className={controlLook('h-9')}
        />
      </span>
      <Select
        name="stage"
        aria-label="Stage"
        defaultValue={view.stage ?? ''}
        choices={[{ value: '', label: 'All stages' }, ...choicesOf(stageNames)]}
      />
      <Select
        name="having"
        aria-label="Only those"
        defaultValue={view.having ?? ''}
        choices={[{ value: '', label: 'All projects' }, ...choicesOf(HAVING)]}
      />
      <Select name="sort" aria-label="Sorted by" defaultValue={view.sort} choices={choicesOf(SORTS)} />
      <Button type="submit">Show</Button>
    </form>
  );
}
