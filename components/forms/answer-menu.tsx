'use client';

import { Ellipsis } from 'lucide-react';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { draftAnswer } from './answer-state.ts';
import { useDraftValue, useEditing, useTrying } from './editing.ts';

interface AnswerMenuProps {
  readonly path: string;
  readonly label: string;
  /** Its box takes a value that is not saved. */
  readonly tries?: boolean;
}

/** At every label, in the same place: not known yet, does not apply, clear. The key `.` opens it. */
export function AnswerMenu({ path, label, tries = false }: AnswerMenuProps) {
  const editing = useEditing();
  const { state } = draftAnswer(useDraftValue(path));
  const trying = useTrying(path);
  const disabledReason = editing.locked ?? (trying ? 'A value is tried here: keep or leave it first.' : undefined);
  const set = (value: Parameters<typeof editing.set>[1]) => {
    editing.set(path, value);
    editing.leave();
    // What is asked next stands where the box was.
    requestAnimationFrame(() => document.getElementById(`${path}.box`)?.focus());
  };
  return (
    <Menu
      label={`Answer otherwise: ${label}`}
      trigger={<Icon of={Ellipsis} />}
      size="compact"
      align="end"
      className="answer-menu px-1! text-ink-3!"
      items={[
        { label: 'Not known yet', onSelect: () => set({ unknown: {} }), disabledReason, current: state === 'unknown' },
        {
          label: 'Does not apply',
          onSelect: () => set({ notApplicable: '' }),
          disabledReason,
          current: state === 'not-applicable',
        },
        { label: 'Clear', onSelect: () => set(null), disabledReason: disabledReason ?? nothingToClear(state) },
        ...(tries
          ? [
              {
                label: 'Try without saving',
                onSelect: () => void editing.tryValue(path, `${path}.box`),
                disabledReason,
              },
            ]
          : []),
      ]}
    />
  );
}

function nothingToClear(state: string): string | undefined {
  return state === 'blank' ? 'There is no answer to clear.' : undefined;
}
