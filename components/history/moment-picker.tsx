import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select-field.tsx';
import type { ChosenMoments, MomentChoice, MomentChoices } from './moment-choices.ts';

interface MomentPickerProps {
  readonly action: string;
  readonly choices: MomentChoices;
  readonly chosen: ChosenMoments | undefined;
}

/** Two moments to compare. A plain form, so that the address can be kept and shared, and nothing has to load first. */
export function MomentPicker({ action, choices, chosen }: MomentPickerProps) {
  return (
    // Other moments make a new form: what its boxes show is what the address says.
    <form
      key={JSON.stringify(chosen)}
      action={action}
      aria-label="Compare two moments"
      className="screen-only mb-8 flex flex-wrap items-end gap-x-3 gap-y-3 border-y border-hairline py-3"
    >
      <MomentSelect
        name="from"
        label="What changed since"
        // What the last day of work has brought.
        value={String(chosen?.from ?? choices.days[1]?.value ?? 0)}
        first={{ value: '0', label: 'The beginning' }}
        choices={choices}
      />
      <MomentSelect
        name="to"
        label="until"
        value={String(chosen?.to ?? 'draft')}
        first={{ value: 'draft', label: 'Now' }}
        choices={choices}
      />
      <Button type="submit">Compare</Button>
    </form>
  );
}

interface MomentSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly first: MomentChoice;
  readonly choices: MomentChoices;
}

function MomentSelect({ name, label, value, first, choices: { days, changes } }: MomentSelectProps) {
  const known = [first, ...days, ...changes].some((choice) => choice.value === value);
  const groups = [
    { label: 'The end of a day', choices: days },
    { label: 'A single change', choices: changes },
  ];
  return (
    <label className="flex min-w-0 flex-1 basis-44 flex-col gap-1">
      <span className="text-t-1 font-semibold">{label}</span>
      <Select
        name={name}
        defaultValue={value}
        choices={[
          first,
          ...(known ? [] : [{ value, label: `Change ${value}` }]),
          ...groups.filter(({ choices }) => choices.length > 0),
        ]}
      />
    </label>
  );
}
