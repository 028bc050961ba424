'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { isJsonArray } from '#lib/domain/json.ts';
import type { ChoicesField } from '#lib/domain/worksheets/definition.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Select } from '#components/ui/select-field.tsx';
import { draftAnswer } from './answer-state.ts';
import type { ControlProps } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';

/** Several of several where their order says something: a numbered list that grows at its end. */
export function OrderedChoices({ field, path, id, describedBy, label }: ControlProps<ChoicesField>) {
  const editing = useEditing();
  const answer = draftAnswer(useDraftValue(path));
  const chosen = answer.state === 'answered' && isJsonArray(answer.value) ? answer.value.map(String) : [];
  const rest = Object.entries(field.options).filter(([value]) => !chosen.includes(value));
  const locked = editing.locked ?? undefined;
  const keep = (next: readonly string[]) => {
    editing.set(path, next.length === 0 ? null : next);
    editing.leave();
  };
  const swap = (index: number) =>
    keep(
      chosen.map((value, at) => (at === index ? chosen[at + 1] : at === index + 1 ? chosen[at - 1] : value) ?? value),
    );
  return (
    <div className="max-w-104">
      <ol className="list-none">
        {chosen.map((value, index) => {
          const name = field.options[value] ?? value;
          return (
            <li key={value} className="flex min-h-8 items-center gap-1 border-b border-hairline">
              <span className="w-6 text-ink-3">{index + 1}.</span>
              <span className="flex-1">{name}</span>
              <OrderButton
                name={`Move up: ${name}`}
                icon={ArrowUp}
                disabledReason={locked ?? (index === 0 ? 'This is the first.' : undefined)}
                onClick={() => swap(index - 1)}
              />
              <OrderButton
                name={`Move down: ${name}`}
                icon={ArrowDown}
                disabledReason={locked ?? (index === chosen.length - 1 ? 'This is the last.' : undefined)}
                onClick={() => swap(index)}
              />
              <OrderButton
                name={`Remove: ${name}`}
                icon={X}
                disabledReason={locked}
                onClick={() => keep(chosen.filter((other) => other !== value))}
              />
            </li>
          );
        })}
      </ol>
      {rest.length === 0 ? null : (
        <Select
          id={id}
          value=""
          aria-label={label}
          aria-describedby={describedBy}
          disabled={editing.locked !== null}
          choices={[
            { value: '', label: chosen.length === 0 ? 'Choose the first' : 'Then…' },
            ...rest.map(([value, word]) => ({ value, label: word })),
          ]}
          onChange={(event) => keep([...chosen, event.target.value])}
          className="mt-1 h-9"
        />
      )}
    </div>
  );
}

interface OrderButtonProps {
  readonly name: string;
  readonly icon: typeof X;
  readonly disabledReason: string | undefined;
  readonly onClick: () => void;
}

function OrderButton({ name, icon, disabledReason, onClick }: OrderButtonProps) {
  return (
    <Button
      look="quiet"
      size="compact"
      className="px-1!"
      aria-label={name}
      disabledReason={disabledReason}
      onClick={onClick}
    >
      <Icon of={icon} />
    </Button>
  );
}
