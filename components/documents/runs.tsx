import { Fragment, type ReactNode } from 'react';
import { BasisMark } from '#components/forms/basis-mark.tsx';
import { InlineCode } from '#components/ui/inline-code.tsx';
import type { Inline, ValueRun } from '#lib/domain/documents/document.ts';
import { unparted } from '#lib/format/unparted.ts';
import { FormulaMath } from './formula-math.tsx';
import { ValueMarks } from './value-marks.tsx';

interface RunsProps {
  readonly content: readonly Inline[];
  /** In a column of numbers the mark of how each is known has a slot of its own, so that digits align. */
  readonly slotted?: boolean;
}

/** Running text of the document model. */
export function Runs({ content, slotted = false }: RunsProps): ReactNode {
  const bare = slotted && !content.some(({ kind }) => kind === 'value');
  return (
    <>
      {content.map((run, index) => (
        <Fragment key={index}>{shown(run, slotted)}</Fragment>
      ))}
      {bare ? <BasisMark of="stated" /> : null}
    </>
  );
}

function shown(run: Inline, slotted: boolean): ReactNode {
  switch (run.kind) {
    case 'text':
      return unparted(run.text);
    case 'code':
      return <InlineCode>{run.text}</InlineCode>;
    case 'strong':
      return (
        <strong>
          <Runs content={run.content} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Runs content={run.content} />
        </em>
      );
    case 'struck':
      return (
        <s>
          <Runs content={run.content} />
        </s>
      );
    case 'link':
      return (
        <a href={run.href} rel="noreferrer" className="link wrap-anywhere">
          <Runs content={run.content} />
        </a>
      );
    case 'value':
      return <Value run={run} slotted={slotted} />;
    case 'formula':
      return <FormulaMath formula={run.formula} />;
    case 'break':
      return <br />;
  }
}

const STATES = {
  answered: '',
  unanswered: 'text-ink-3 italic',
  unknown: 'text-ink-2 italic',
  unreadable: 'text-error underline decoration-dotted',
} as const;

/** The answer to one question, with its address, how it is known, and what is found about it. */
function Value({ run, slotted }: { readonly run: ValueRun; readonly slotted: boolean }) {
  const known = run.basis ?? 'stated';
  return (
    <span tabIndex={-1} data-field={run.path} className={`scroll-mt-24 ${STATES[run.state]}`}>
      {unparted(run.text)}
      {known === 'stated' && !slotted ? null : <BasisMark of={known} />}
      <ValueMarks path={run.path} />
    </span>
  );
}
