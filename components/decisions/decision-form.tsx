'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { CheckboxField } from '#components/ui/checkbox-field.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { api } from '#lib/client/api.ts';
import { freshId } from '#lib/client/fresh-id.ts';
import { limits } from '#lib/domain/limits.ts';
import type { DecisionContent, DecisionLink } from '#lib/domain/worksheets/decision.ts';
import { paths } from '#lib/paths.ts';
import { CriterionFields } from './criterion-fields.tsx';
import { contentFrom } from './decision-from-form.ts';
import { OptionFields } from './option-fields.tsx';
import { useRows } from './use-rows.ts';

export type AskedLink =
  { readonly kind: 'field'; readonly path: string } | Extract<DecisionLink, { kind: 'thread' | 'finding' }>;

interface DecisionFormProps {
  readonly at: { readonly workspace: string; readonly project: string };
  /** What is changed; absent for a new one. */
  readonly change?: { readonly number: number; readonly sequence: number };
  readonly given?: DecisionContent;
  readonly links: readonly AskedLink[];
  /** Accepted ones, of which it can take the place. */
  readonly older: readonly { readonly number: number; readonly title: string }[];
  readonly supersedes: readonly number[];
  /** Whoever writes, who decides in most cases. */
  readonly writer: string;
}

/** Records a decision, or changes a proposed one. What was typed stays in its boxes whatever comes in the way. */
export function DecisionForm({ at, change, given, links, older, supersedes, writer }: DecisionFormProps) {
  const router = useRouter();
  const id = useRef(freshId());
  const [accepted, setAccepted] = useState(false);
  const options = useRows(given?.options, change === undefined ? 2 : 0);
  const criteria = useRows(given?.criteria, 0);
  const [names, setNames] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries((given?.criteria ?? []).map((criterion) => [criterion.id, criterion.name])),
  );
  const rows = { options: options.rows, criteria: criteria.rows };
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => {
      const { content, errors: found } = contentFrom(data, rows, given);
      if (change !== undefined || !accepted || found.length > 0) return found;
      if (content.options.length > 0 && content.chosen === null) {
        return [{ field: 'chosen', message: 'Say which option is chosen, or save it as proposed.' }];
      }
      return content.outcome === '' ? [{ field: 'outcome', message: 'Say why, or save it as proposed.' }] : [];
    },
    send: async (data) => {
      const { content } = contentFrom(data, rows, given);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a clone: only `readonly` is taken off
      const sent = structuredClone(content) as Parameters<typeof api.decisions.record>[0]['content'];
      const takes = textOf(data, 'supersedes');
      const replaced = takes === '' ? [] : [Number(takes)];
      let number = change?.number;
      if (change === undefined) {
        const asked = { ...at, id: id.current, content: sent, supersedes: replaced, links: [...links], accepted };
        ({ number } = await api.decisions.record(asked));
      } else {
        const kept = [...new Set([...supersedes.slice(1), ...replaced])];
        await api.decisions.change({
          ...at,
          number: change.number,
          base: change.sequence,
          content: sent,
          supersedes: kept,
        });
      }
      router.push(paths.decisions({ ...at, ...(number !== undefined && { number }) }));
      router.refresh();
    },
  });
  const text = { errorOf, given };
  return (
    <form onSubmit={onSubmit} noValidate className="flex max-w-measure flex-col gap-6">
      <FormErrors errors={errors} />
      <TextField
        name="title"
        label="What is decided"
        hint="One line, as a statement: “Split by time and by card”."
        maxLength={limits.decisionTitleLength}
        defaultValue={given?.title}
        error={errorOf('title')}
      />
      <LongText {...text} name="context" label="Context" hint="What made a decision necessary. Markdown." rows={4} />
      <Disclosure
        summary="What counts, and how it is weighed"
        open={criteria.rows.length > 0 || hasLines(given?.drivers)}
      >
        <div className="mt-3 flex flex-col gap-4">
          <TextArea
            name="drivers"
            label="What counts"
            hint="One a line."
            rows={3}
            optional
            defaultValue={given?.drivers.join('\n')}
          />
          <CriterionFields
            rows={criteria.rows.map((row) => ({ ...row, name: names[row.key] ?? '' }))}
            given={(row) => given?.criteria.find((criterion) => criterion.id === row.id)}
            errorOf={errorOf}
            onName={(key, name) => setNames((all) => ({ ...all, [key]: name }))}
            onAdd={criteria.add}
            onRemove={criteria.remove}
          />
        </div>
      </Disclosure>
      <section aria-labelledby="options" className="flex flex-col gap-4">
        <h2 id="options" className="font-serif text-t-4">
          Options
        </h2>
        {options.rows.map((row, index) => (
          <OptionFields
            key={row.key}
            row={row}
            place={index + 1}
            given={given?.options.find((option) => option.id === row.id)}
            chosen={row.id !== null && row.id === given?.chosen}
            criteria={criteria.rows.map((criterion) => ({ ...criterion, name: names[criterion.key] ?? '' }))}
            errorOf={errorOf}
            onRemove={() => options.remove(row.key)}
          />
        ))}
        <Button size="compact" className="self-start" onClick={options.add}>
          Add an option
        </Button>
      </section>
      <LongText {...text} name="outcome" label="Why" hint="What tipped the balance. Markdown." rows={4} />
      <LongText {...text} name="consequences" label="Consequences" hint="What follows, good and bad." rows={3} />
      <LongText
        {...text}
        name="confirmation"
        label="How it is confirmed"
        hint="How it will be seen that it was right."
        rows={2}
      />
      <TextField
        name="makers"
        label="Decided by"
        hint="Names, with commas between them."
        defaultValue={given === undefined ? writer : namesOf(given.makers)}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="date"
          type="date"
          label="Date"
          optional
          defaultValue={given?.date ?? ''}
          error={errorOf('date')}
        />
        <TextField
          name="reviewBy"
          type="date"
          label="Looked at again by"
          optional
          defaultValue={given?.reviewBy ?? ''}
          error={errorOf('reviewBy')}
        />
        <TextField
          name="reviewTrigger"
          label="or when"
          optional
          placeholder="prevalence passes 0.4 %"
          maxLength={limits.reasonLength}
          defaultValue={given?.reviewTrigger}
        />
      </div>
      <SelectField
        name="supersedes"
        label="Takes the place of"
        defaultValue={supersedes[0] ?? ''}
        choices={[
          { value: '', label: 'no earlier decision' },
          ...older.map(({ number, title }) => ({ value: String(number), label: `${number} ${title}` })),
        ]}
      />
      <Disclosure summary="More" open={given !== undefined && hasMore(given)}>
        <div className="mt-3 flex flex-col gap-4">
          <TextField name="consulted" label="Consulted" optional defaultValue={namesOf(given?.consulted ?? [])} />
          <TextField name="informed" label="Informed" optional defaultValue={namesOf(given?.informed ?? [])} />
          <TextField
            name="tags"
            label="Tags"
            hint="With commas between them."
            optional
            defaultValue={given?.tags.join(', ')}
          />
          <CheckboxField
            name="neededForApproval"
            label="An approval waits until this is decided"
            defaultChecked={given?.neededForApproval}
          />
        </div>
      </Disclosure>
      <div className="flex flex-wrap gap-2">
        {change === undefined ? (
          <>
            <Button type="submit" look="primary" pending={pending} onClick={() => setAccepted(true)}>
              Record as accepted
            </Button>
            <Button type="submit" pending={pending} onClick={() => setAccepted(false)}>
              Save as proposed
            </Button>
          </>
        ) : (
          <>
            <Button type="submit" look="primary" pending={pending}>
              Save
            </Button>
            <AppLink href={paths.decisions({ ...at, number: change.number })} className="link self-center px-2">
              Leave it as it was
            </AppLink>
          </>
        )}
      </div>
    </form>
  );
}

interface LongTextProps {
  readonly name: 'context' | 'outcome' | 'consequences' | 'confirmation';
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly given: DecisionContent | undefined;
  readonly errorOf: (field: string) => string | undefined;
}

function LongText({ name, given, errorOf, ...area }: LongTextProps) {
  return (
    <TextArea
      {...area}
      name={name}
      maxLength={limits.markdownLength}
      className="font-serif text-t-3"
      defaultValue={given?.[name]}
      error={errorOf(name)}
    />
  );
}

function namesOf(people: DecisionContent['makers']): string {
  return people.map(({ name }) => name).join(', ');
}

function hasLines(lines: readonly string[] | undefined): boolean {
  return lines !== undefined && lines.length > 0;
}

function hasMore({ consulted, informed, tags, neededForApproval }: DecisionContent): boolean {
  return consulted.length + informed.length + tags.length > 0 || neededForApproval;
}
