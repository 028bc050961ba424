import { controlLook } from '#components/ui/control-look.ts';
import { Select, SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

import type { ViewInput } from './view.ts';

interface InputBoxProps {
  readonly input: ViewInput;
  readonly text: string;
  readonly problem: string | undefined;
  /** Inside the sentence: as wide as its text, named by its label without showing it. */
  readonly inline?: boolean;
  readonly onChange: (text: string) => void;
}

const INPUT_MODES = {
  count: 'numeric',
  share: 'decimal',
  number: 'decimal',
  seconds: 'text',
  milliseconds: 'text',
  rate: 'text',
  names: 'text',
} as const;

export function InputBox({ input, text, problem, inline = false, onChange }: InputBoxProps) {
  const { key, label, kind, choices = [], optional = false } = input;
  if (kind === 'choice') {
    const shared = {
      name: key,
      value: text,
      choices,
      onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
    };
    return inline ? (
      <span className="ml-1 inline-block align-middle font-sans">
        <Select {...shared} aria-label={label} />
      </span>
    ) : (
      <SelectField {...shared} label={label} />
    );
  }
  const shared = {
    name: key,
    value: text,
    inputMode: INPUT_MODES[kind],
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (!inline) return <TextField {...shared} label={label} optional={optional} error={problem} />;
  return (
    <input
      {...shared}
      id={key}
      type="text"
      autoComplete="off"
      aria-label={optional ? `${label} (optional)` : label}
      aria-invalid={problem === undefined ? undefined : true}
      className={controlLook('inline-block h-9 max-w-24 text-center align-middle font-sans')}
    />
  );
}
