'use client';

import { useSyncExternalStore, type ReactNode } from 'react';
import { useAnswerMenu } from '#components/forms/answer-menu.tsx';
import { draftAnswer } from '#components/forms/answer-state.ts';
import { useDraftValue, useEditing } from '#components/forms/editing.ts';
import { FieldBlock } from '#components/forms/field-block.tsx';
import { ListHere } from '#components/forms/list-here.tsx';
import { OtherAnswer } from '#components/forms/other-answer.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { Field, GroupField, ListField } from '#lib/domain/worksheets/definition.ts';
import { keysThatApply } from './applies.ts';
import { DerivedLines } from './derived-lines.tsx';
import { Marks } from './marks.tsx';
import { WritesHere } from './writes-here.tsx';

interface FieldAtProps {
  readonly field: Field;
  readonly path: string;
  /** What a list says while it holds nothing. */
  readonly whenEmpty?: string | undefined;
}

/** Any field at its place, with its marks. */
export function FieldAt({ field, path, whenEmpty }: FieldAtProps) {
  if (field.kind === 'list') return <ListBlock field={field} path={path} whenEmpty={whenEmpty} />;
  if (field.kind === 'group') return <GroupBlock field={field} path={path} />;
  const marks = (
    <>
      <Marks path={path} />
      <WritesHere path={path} />
    </>
  );
  return <FieldBlock field={field} path={path} marks={marks} under={<DerivedLines path={path} />} />;
}

/** A list is answered as a whole too: not known yet, does not apply. */
function ListBlock({ field, path, whenEmpty }: FieldAtProps & { readonly field: ListField }) {
  return (
    <Whole field={field} path={path}>
      <ListHere field={field} path={path} labelledBy={`${path}.label`} whenEmpty={whenEmpty} renderMarks={marksOf} />
    </Whole>
  );
}

function marksOf(itemPath: string): ReactNode {
  return <Marks path={itemPath} />;
}

function GroupBlock({ field, path }: { readonly field: GroupField; readonly path: string }) {
  const editing = useEditing();
  const read = () => keysThatApply(field.fields, path, editing.valueAt).join(' ');
  const keys = useSyncExternalStore(editing.subscribe, read, read).split(' ');
  return (
    <Whole field={field} path={path}>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(14rem,1fr))] gap-x-6 border-l border-hairline pl-4">
        {keys.map((key) => {
          const member = field.fields[key];
          return member === undefined ? null : <FieldAt key={key} field={member} path={`${path}.${key}`} />;
        })}
      </div>
    </Whole>
  );
}

interface WholeProps {
  readonly field: GroupField | ListField;
  readonly path: string;
  readonly children: ReactNode;
}

function Whole({ field, path, children }: WholeProps) {
  const answer = draftAnswer(useDraftValue(path));
  const { menu, form } = useAnswerMenu({ path, label: field.label, tries: false });
  return (
    <div
      id={path}
      role="group"
      aria-labelledby={`${path}.label`}
      tabIndex={-1}
      data-field={path}
      className={classNames('scroll-mt-24 py-2.5', isWide(field) && 'mr-(--beyond-measure,0px)')}
    >
      <div className="flex min-h-7.5 items-center gap-2">
        <h3 id={`${path}.label`} className="text-t-1 font-semibold">
          {field.label}
          {field.needed ? null : <span className="font-normal text-ink-3"> (optional)</span>}
        </h3>
        {field.kind === 'group' ? <Marks path={path} /> : null}
        <span className="ml-auto">{menu}</span>
      </div>
      {form}
      {answer.state === 'unknown' || answer.state === 'not-applicable' ? (
        <OtherAnswer answer={answer} path={path} id={`${path}.box`} />
      ) : (
        children
      )}
      <DerivedLines path={path} />
    </div>
  );
}

/** A list of many columns is given the room that the sheet has beside the measure. */
function isWide(field: GroupField | ListField): boolean {
  return field.kind === 'list' && field.summary.length > 4;
}
