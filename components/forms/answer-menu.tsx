'use client';

import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { draftAnswer } from './answer-state.ts';
import { useDraftValue, useEditing, useTrying } from './editing.ts';
import { latePart } from './late.tsx';

const AskForm = latePart(async () => (await import('./ask-form.tsx')).AskForm);

interface AnswerMenuProps {
  readonly path: string;
  readonly label: string;
  /** Its box takes a value that is not saved. */
  readonly tries: boolean;
  readonly onAsk: () => void;
}

type OfAField = Omit<AnswerMenuProps, 'onAsk'>;

/** The menu at a label, and under the label the form that one of its choices opens. */
export function useAnswerMenu(field: OfAField): { readonly menu: ReactNode; readonly form: ReactNode } {
  const [asking, setAsking] = useState(false);
  const { path, label } = field;
  const close = () => {
    setAsking(false);
    document.getElementById(path)?.querySelector<HTMLElement>('.answer-menu')?.focus();
  };
  return {
    menu: <AnswerMenu {...field} onAsk={() => setAsking(true)} />,
    form: asking ? <AskForm path={path} label={label} onClose={close} /> : null,
  };
}

/** At every label, in the same place: not known yet, ask someone, does not apply, clear. The key `.` opens it. */
function AnswerMenu({ path, label, tries, onAsk }: AnswerMenuProps) {
  const editing = useEditing();
  const { state } = draftAnswer(useDraftValue(path));
  const trying = useTrying(path);
  const disabledReason = editing.locked ?? (trying ? 'A value is tried here: keep or leave it first.' : undefined);
  // What is asked next stands where the box was.
  const toBox = () => requestAnimationFrame(() => document.getElementById(`${path}.box`)?.focus());
  const set = (value: Parameters<typeof editing.set>[1]) => {
    editing.set(path, value);
    editing.leave();
    toBox();
  };
  const who = editing.finderOf(path);
  const copyLink = () => void navigator.clipboard?.writeText(new URL(editing.questionHref(path), location.origin).href);
  return (
    <Menu
      label={`Answer otherwise: ${label}`}
      trigger={<Icon of={Ellipsis} />}
      size="compact"
      align="end"
      className="answer-menu px-1! text-ink-3!"
      items={[
        {
          label: 'Not known yet',
          onSelect: state === 'unknown' ? toBox : () => set({ unknown: who === null ? {} : { who } }),
          disabledReason,
          current: state === 'unknown',
        },
        { label: 'Ask someone…', onSelect: onAsk, disabledReason },
        {
          label: 'Does not apply',
          onSelect: () => set({ notApplicable: '' }),
          disabledReason,
          current: state === 'not-applicable',
        },
        { label: 'Clear', onSelect: () => set(null), disabledReason: disabledReason ?? nothingToClear(state) },
        { label: 'Copy link to this question', onSelect: copyLink },
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
