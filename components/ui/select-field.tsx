import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';

import { controlLook } from './control-look.ts';
import { FieldFrame, type FieldFrameProps, describedBy } from './field-frame.tsx';
import { Icon } from './icon.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Choices under a heading of their own. */
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'size'> & {
  readonly choices: readonly (Choice | ChoiceGroup)[];
};

/** The browser's own list of choices, without a label: for tables, where the column names it (`aria-label`). */
export function Select({ choices, className, ...select }: SelectProps) {
  return (
    <span className="relative block">
      <select {...select} className={controlLook('h-9 appearance-none pr-8', className)}>
        <Choices choices={choices} />
      </select>
      <Icon of={ChevronDown} className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-2" />
    </span>
  );
}

/** What a list of choices holds. */
export function Choices({ choices }: Pick<SelectProps, 'choices'>) {
  return choices.map((choice) =>
    'choices' in choice ? (
      <optgroup key={choice.label} label={choice.label}>
        {choice.choices.map((inner) => (
          <Option key={inner.value} {...inner} />
        ))}
      </optgroup>
    ) : (
      <Option key={choice.value} {...choice} />
    ),
  );
}

function Option({ value, label }: Choice) {
  return <option value={value}>{label}</option>;
}

export function SelectField({ label, hint, error, optional, id, ...select }: SelectProps & FieldFrameProps) {
  const generated = useId();
  const fieldId = id ?? select.name ?? generated;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} optional={optional ?? false}>
      <Select {...select} {...describedBy(fieldId, { hint, error })} id={fieldId} />
    </FieldFrame>
  );
}
