'use client';

import { useSyncExternalStore } from 'react';
import { Select } from '#components/ui/select-field.tsx';
import type { ReferenceField } from '#lib/domain/worksheets/definition.ts';
import { referenceTargets } from '#lib/domain/worksheets/reference-targets.ts';
import { boxText } from './answer-state.ts';
import { boxHeight, cellSelectLook, type ControlProps } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';
import { referenceChoices } from './reference-choices.ts';

/** An item of another list, by its id: renaming keeps the reference, deleting leaves it dangling and visible. */
export function ReferenceBox({ field, path, id, describedBy, cell = false, label }: ControlProps<ReferenceField>) {
  const editing = useEditing();
  const value = boxText(useDraftValue(path));
  const readTarget = () => editing.valueAt(referenceTargets[field.target].list);
  useSyncExternalStore(editing.subscribe, readTarget, readTarget);
  const choices = referenceChoices(field, editing.valueAt);
  const dangling = value !== '' && !choices.some((choice) => choice.value === value);
  return (
    <div className={cell ? undefined : 'max-w-104'}>
      <Select
        id={id}
        value={value}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={dangling || undefined}
        tabIndex={cell ? -1 : undefined}
        disabled={editing.locked !== null}
        choices={[
          { value: '', label: choices.length === 0 ? 'Nothing to choose from yet' : '' },
          ...choices,
          ...(dangling ? [{ value, label: `${value} (deleted)` }] : []),
        ]}
        onChange={(event) => editing.set(path, event.target.value === '' ? null : event.target.value)}
        onBlur={editing.leave}
        className={cell ? cellSelectLook : boxHeight}
      />
      {dangling && !cell ? (
        <p className="text-t-1 text-error">What this referred to was deleted. Choose another, or clear it.</p>
      ) : null}
    </div>
  );
}
