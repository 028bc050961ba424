import { type ComponentProps, type ReactNode, useId } from 'react';

import { FieldError, type FieldFrameProps, describedBy, hintId } from './field-frame.tsx';

export interface RadioChoice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

type RadioGroupProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'value' | 'defaultValue' | 'checked'> &
  Omit<FieldFrameProps, 'optional'> & {
    readonly name: string;
    readonly choices: readonly RadioChoice[];
    readonly value?: string;
    readonly defaultValue?: string;
  };

/** A question with few answers, all of them in view. */
export function RadioGroup({ label, hint, error, name, choices, value, defaultValue, ...input }: RadioGroupProps) {
  const groupId = useId();
  return (
    <fieldset {...describedBy(groupId, { hint, error })} className="flex flex-col gap-1">
      <legend className="mb-1 text-t-1 font-semibold">{label}</legend>
      {hint ? (
        <p id={hintId(groupId)} className="text-t-1 text-ink-2">
          {hint}
        </p>
      ) : null}
      {choices.map((choice, index) => (
        <label key={choice.value} className="flex min-h-6 items-start gap-2 py-1 pointer-coarse:min-h-11">
          <input
            {...input}
            id={index === 0 ? (input.id ?? name) : undefined}
            type="radio"
            name={name}
            value={choice.value}
            checked={value === undefined ? undefined : value === choice.value}
            defaultChecked={value === undefined ? defaultValue === choice.value : undefined}
            className="mt-1 size-4 shrink-0"
          />
          <span>
            {choice.label}
            {choice.hint ? <span className="block text-t-1 text-ink-2">{choice.hint}</span> : null}
          </span>
        </label>
      ))}
      <FieldError id={groupId} error={error} />
    </fieldset>
  );
}
