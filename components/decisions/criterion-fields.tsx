'use client';

import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { limits } from '#lib/domain/limits.ts';
import type { Criterion } from '#lib/domain/worksheets/decision.ts';
import { boxOf, type Row } from './decision-from-form.ts';

interface CriterionFieldsProps {
  readonly rows: readonly (Row & { readonly name: string })[];
  readonly given: (row: Row) => Criterion | undefined;
  readonly errorOf: (field: string) => string | undefined;
  readonly onName: (key: string, name: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (key: string) => void;
}

/** What options are compared by, and how much each counts. */
export function CriterionFields({ rows, given, errorOf, onName, onAdd, onRemove }: CriterionFieldsProps) {
  return (
    <div className="mt-3 flex flex-col gap-4">
      <p className="text-t-1 text-ink-2">
        Each option then gets a score from 0 to 5 by each criterion. The page says how firmly the order stands.
      </p>
      {rows.map((row, index) => {
        const [name, weight] = [boxOf.criterion(row.key, 'name'), boxOf.criterion(row.key, 'weight')];
        return (
          <div key={row.key} className="grid grid-cols-[1fr_5rem_auto] items-end gap-3">
            <TextField
              name={name}
              label={`Criterion ${index + 1}`}
              maxLength={limits.lineLength}
              defaultValue={given(row)?.name}
              error={errorOf(name)}
              onChange={(event) => onName(row.key, event.currentTarget.value)}
            />
            <TextField
              name={weight}
              label="Weight"
              inputMode="decimal"
              placeholder="1"
              defaultValue={given(row)?.weight}
              error={errorOf(weight)}
            />
            <Button onClick={() => onRemove(row.key)} aria-label={`Remove criterion ${index + 1}`}>
              Remove
            </Button>
          </div>
        );
      })}
      <Button size="compact" className="self-start" onClick={onAdd}>
        Add a criterion
      </Button>
    </div>
  );
}
