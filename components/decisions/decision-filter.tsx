import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';
import { Select, type Choice } from '#components/ui/select-field.tsx';
import { STATUS_NAMES, type DecisionView } from './decision-words.ts';

interface DecisionFilterProps {
  readonly action: string;
  readonly view: DecisionView;
  /** To choose from, in the log of a workspace. */
  readonly projects?: { readonly choices: readonly Choice[]; readonly chosen: string | undefined } | undefined;
}

/** Narrows a log; a plain form, so that the address can be kept and shared. */
export function DecisionFilter({ action, view, projects }: DecisionFilterProps) {
  return (
    <form
      // A new view is a new form: what its boxes show is what the address says.
      key={JSON.stringify([view, projects?.chosen])}
      action={action}
      role="search"
      aria-label="Decisions"
      className="my-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap"
    >
      {projects === undefined ? null : (
        <Select
          name="project"
          aria-label="Project"
          defaultValue={projects.chosen ?? ''}
          choices={[{ value: '', label: 'All projects' }, ...projects.choices]}
        />
      )}
      <Select
        name="status"
        aria-label="Status"
        defaultValue={view.status ?? ''}
        choices={[
          { value: '', label: 'Any status' },
          ...Object.entries(STATUS_NAMES).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Select
        name="due"
        aria-label="Looked at again"
        defaultValue={view.due ? 'true' : ''}
        choices={[
          { value: '', label: 'Due or not' },
          { value: 'true', label: 'due to be looked at again' },
        ]}
      />
      <span className="max-sm:col-span-2 sm:w-56">
        <input
          type="search"
          name="person"
          aria-label="Decided by"
          placeholder="Decided by…"
          defaultValue={view.person ?? ''}
          maxLength={300}
          autoComplete="off"
          className={controlLook('h-9')}
        />
      </span>
      <Button type="submit">Show</Button>
    </form>
  );
}
