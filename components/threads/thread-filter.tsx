import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select-field.tsx';
import { threadKinds } from '#lib/domain/threads/thread.ts';
import { KIND_NAMES } from '#lib/domain/threads/thread-words.ts';
import { ONLY, type ThreadView } from './thread-view.ts';

interface ThreadFilterProps {
  readonly action: string;
  readonly view: ThreadView;
  readonly sections: readonly { readonly key: string; readonly title: string }[];
}

/** Narrows the list; a plain form, so that the address can be kept and shared. */
export function ThreadFilter({ action, view, sections }: ThreadFilterProps) {
  const only = view.mine ? 'mine' : view.unread ? 'unread' : view.blocking ? 'blocking' : '';
  return (
    <form
      // A new view is a new form: what its boxes show is what the address says.
      key={JSON.stringify(view)}
      action={action}
      role="search"
      aria-label="Threads"
      className="my-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap"
    >
      <Select
        name="state"
        aria-label="State"
        defaultValue={view.state ?? ''}
        choices={[
          { value: '', label: 'Open and resolved' },
          { value: 'open', label: 'Open' },
          { value: 'resolved', label: 'Resolved' },
        ]}
      />
      <Select
        name="kind"
        aria-label="Kind"
        defaultValue={view.kind ?? ''}
        choices={[
          { value: '', label: 'Any kind' },
          ...threadKinds.map((kind) => ({ value: kind, label: KIND_NAMES[kind] })),
        ]}
      />
      <Select
        name="section"
        aria-label="Section"
        defaultValue={view.section ?? ''}
        choices={[
          { value: '', label: 'All sections' },
          ...sections.map(({ key, title }) => ({ value: key, label: title })),
        ]}
      />
      <Select
        name="only"
        aria-label="Only those"
        defaultValue={only}
        choices={[
          { value: '', label: 'All threads' },
          ...Object.entries(ONLY).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Button type="submit">Show</Button>
    </form>
  );
}
