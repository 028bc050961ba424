'use client';

import { Button } from '#components/ui/button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { limits } from '#lib/domain/limits.ts';
import type { DecisionOption } from '#lib/domain/worksheets/decision.ts';
import { boxOf, type Row } from './decision-from-form.ts';

interface OptionFieldsProps {
  readonly row: Row;
  /** From 1 on. */
  readonly place: number;
  readonly given: DecisionOption | undefined;
  readonly chosen: boolean;
  readonly criteria: readonly { readonly key: string; readonly id: string | null; readonly name: string }[];
  readonly errorOf: (field: string) => string | undefined;
  readonly onRemove: () => void;
}

/** One option: what it is, what speaks for and against it, and how it does by each criterion. */
export function OptionFields({ row, place, given, chosen, criteria, errorOf, onRemove }: OptionFieldsProps) {
  const { key } = row;
  const title = boxOf.option(key, 'title');
  const more = (given?.description ?? '') !== '' || (given?.neutral.length ?? 0) > 0;
  return (
    <fieldset className="flex flex-col gap-4 border-t border-hairline pt-4">
      <legend className="sr-only">Option {place}</legend>
      <TextField
        name={title}
        label={`Option ${place}`}
        maxLength={limits.decisionTitleLength}
        defaultValue={given?.title}
        error={errorOf(title)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextArea
          name={boxOf.option(key, 'pros')}
          label="Speaks for it"
          hint="One a line."
          rows={3}
          defaultValue={given?.pros.join('\n')}
        />
        <TextArea
          name={boxOf.option(key, 'cons')}
          label="Speaks against it"
          hint="One a line."
          rows={3}
          defaultValue={given?.cons.join('\n')}
        />
      </div>
      <Disclosure summary="More on this option" open={more}>
        <div className="mt-3 grid gap-4 sm:grid-cols-2">
          <TextArea
            name={boxOf.option(key, 'description')}
            label="Description"
            hint="Markdown."
            rows={3}
            maxLength={limits.markdownLength}
            defaultValue={given?.description}
          />
          <TextArea
            name={boxOf.option(key, 'neutral')}
            label="Neither for nor against"
            hint="One a line."
            rows={3}
            defaultValue={given?.neutral.join('\n')}
          />
        </div>
      </Disclosure>
      {criteria.length === 0 ? null : (
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {criteria.map(({ key: criterion, id, name }, index) => {
            const box = boxOf.score(key, criterion);
            return (
              <TextField
                key={criterion}
                name={box}
                label={name === '' ? `Criterion ${index + 1}` : name}
                hint="0 to 5"
                inputMode="decimal"
                defaultValue={id === null ? undefined : given?.scores[id]}
                error={errorOf(box)}
              />
            );
          })}
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
          <input
            id={place === 1 ? 'chosen' : undefined}
            type="radio"
            name="chosen"
            value={key}
            defaultChecked={chosen}
            className="size-4"
          />
          This one is chosen
        </label>
        <Button size="compact" onClick={onRemove}>
          Remove option {place}
        </Button>
      </div>
    </fieldset>
  );
}
