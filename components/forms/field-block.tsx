'use client';

import type { ReactNode } from 'react';
import { Mark } from '#components/ui/mark.tsx';
import type { Json } from '#lib/domain/json.ts';
import { isQuantity, type LeafField } from '#lib/domain/worksheets/definition.ts';
import { readLeaf } from '#lib/domain/worksheets/read-leaf.ts';
import { useAnswerMenu } from './answer-menu.tsx';
import { draftAnswer } from './answer-state.ts';
import { useDraftValue, useTrying } from './editing.ts';
import { FieldControl, isGroupOfControls } from './field-control.tsx';
import { OtherAnswer } from './other-answer.tsx';

interface FieldBlockProps {
  readonly field: LeafField;
  readonly path: string;
  /** One sentence under the label. */
  readonly hint?: string | undefined;
  /** Marks of findings. */
  readonly marks?: ReactNode;
  /** What is derived from the field. */
  readonly under?: ReactNode;
  /** The page is this question: its heading is the label, and the box stands there also while nothing is known yet. */
  readonly asked?: boolean;
}

/**
 * One question: label, hint, box, and under it what is wrong with the answer once the field is left. The element's id
 * is the field's address.
 */
export function FieldBlock({ field, path, hint, marks, under, asked = false }: FieldBlockProps) {
  const value = useDraftValue(path);
  const answer = draftAnswer(value);
  const boxId = `${path}.box`;
  const labelId = `${path}.label`;
  const hintId = `${path}.hint`;
  const lineId = `${path}.line`;
  const quantity = isQuantity(field);
  const { menu, form } = useAnswerMenu({ path, label: field.label, tries: quantity });
  const problem = quantity ? null : problemOf(field, value);
  const described = [hint === undefined ? '' : hintId, problem === null ? '' : lineId].join(' ').trim();
  const trying = useTrying(path);
  const boxless = (answer.state === 'unknown' && !asked) || answer.state === 'not-applicable';
  const other = boxless && !trying ? answer : null;
  const grouped = isGroupOfControls(field) || other !== null;

  return (
    <div
      id={path}
      role="group"
      aria-labelledby={labelId}
      tabIndex={-1}
      data-field={path}
      className="group/field scroll-mt-24 py-2.5"
    >
      <div className="flex min-h-7.5 items-center gap-2">
        <FieldLabel id={labelId} box={grouped ? null : boxId} field={field} hidden={asked} />
        {marks}
        <span className="ml-auto">{menu}</span>
      </div>
      {form}
      {hint === undefined ? null : (
        <p id={hintId} className="mb-1 text-t-1 text-ink-2">
          {hint}
        </p>
      )}
      {other === null ? (
        <FieldControl
          field={field}
          path={path}
          id={boxId}
          describedBy={described === '' ? undefined : described}
          label={grouped ? field.label : undefined}
        />
      ) : (
        <OtherAnswer answer={other} path={path} id={boxId} />
      )}
      {problem === null ? null : (
        <p id={lineId} className="flex items-start gap-1 text-t-1 text-error group-focus-within/field:invisible">
          <Mark of="error" className="mt-px" />
          {problem} Kept as typed.
        </p>
      )}
      {under}
    </div>
  );
}

function FieldLabel({ id, box, field, hidden }: { id: string; box: string | null; field: LeafField; hidden: boolean }) {
  const look = hidden ? 'sr-only' : 'text-t-1 font-semibold';
  const words = (
    <>
      {field.label}
      {field.needed ? null : <span className="font-normal text-ink-3"> (optional)</span>}
    </>
  );
  return box === null ? (
    <span id={id} className={look}>
      {words}
    </span>
  ) : (
    <label id={id} htmlFor={box} className={look}>
      {words}
    </label>
  );
}

/** Why the value of a field that is no quantity cannot be read; said once the field is left. */
function problemOf(field: LeafField, value: Json | undefined): string | null {
  const answer = readLeaf(field, value);
  return answer.state === 'unreadable' ? answer.problem : null;
}
