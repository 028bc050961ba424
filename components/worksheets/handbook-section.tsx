import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Rule } from '#lib/domain/checks/rule.ts';
import type { Field, Fields, Section, Stage } from '#lib/domain/worksheets/definition.ts';
import type { FieldGuidance, SectionGuidance } from '#lib/domain/worksheets/guidance/field-guidance.ts';
import { paths } from '#lib/paths.ts';
import { neededWords } from './stage-words.ts';

interface HandbookSectionProps {
  readonly section: Section;
  readonly guidance: SectionGuidance;
  readonly rules: readonly Rule[];
}

/** Every question of a section with the reason for it; what lies in a list or group stands under it. */
export function HandbookSection({ section, guidance, rules }: HandbookSectionProps) {
  const checkedBy = rulesByPath(rules);
  return entriesOf(section.fields, section.key, section.stage, 0).map(({ path, field, stage, depth, heading }) => {
    const found = guidance[path.slice(section.key.length + 1)];
    return (
      <div key={path}>
        {heading === undefined ? null : <h2 className="mt-10 font-serif text-t-4">{heading}</h2>}
        <section
          aria-labelledby={path}
          className={depth === 0 ? 'mt-6 border-t border-hairline pt-3' : 'mt-4 border-l border-hairline pl-4'}
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            {depth === 0 ? (
              <h3 id={path} className="font-semibold">
                {field.label}
              </h3>
            ) : (
              <h4 id={path} className="font-semibold">
                {field.label}
              </h4>
            )}
            <code className="font-code text-t-1 text-ink-2">{path}</code>
          </div>
          <p className="text-t-1 text-ink-2">{factsOf(field, stage).join(' · ')}</p>
          {found === undefined ? null : <Guidance of={found} />}
          <CheckedBy rules={checkedBy.get(path) ?? []} />
        </section>
      </div>
    );
  });
}

interface Entry {
  readonly path: string;
  readonly field: Field;
  readonly stage: Stage;
  readonly depth: number;
  /** The heading that it is the first under. */
  readonly heading: string | undefined;
}

function entriesOf(fields: Fields, at: string, inherited: Stage, depth: number): Entry[] {
  let last: string | undefined;
  return Object.entries(fields).flatMap(([key, field]) => {
    const stage = field.stage ?? inherited;
    const heading = depth === 0 && field.group !== last ? field.group : undefined;
    last = field.group;
    const path = `${at}.${key}`;
    const within = field.kind === 'list' || field.kind === 'group' ? field.fields : {};
    return [{ path, field, stage, depth, heading }, ...entriesOf(within, path, stage, depth + 1)];
  });
}

const KINDS: Readonly<Record<Field['kind'], string>> = {
  text: 'One line',
  markdown: 'Text',
  number: 'Number',
  integer: 'Whole number',
  percentage: 'Percentage',
  money: 'Amount of money',
  duration: 'Time',
  quantity: 'Quantity with its unit',
  choice: 'One of',
  choices: 'Any of',
  'yes-no': 'Yes or no',
  date: 'Date',
  person: 'Person',
  reference: 'One of the worksheet’s own',
  link: 'Web address',
  group: 'Belong together',
  list: 'List',
};

function factsOf(field: Field, stage: Stage): string[] {
  const options = field.kind === 'choice' || field.kind === 'choices' ? Object.values(field.options).join(', ') : '';
  const needed = neededWords(field.needed, stage);
  return [
    options === '' ? KINDS[field.kind] : `${KINDS[field.kind]}: ${options}`,
    ...(needed === null ? [] : [needed]),
  ];
}

function Guidance({ of: { why, how, good, weak, source } }: { readonly of: FieldGuidance }) {
  return (
    <div className="mt-1">
      <p className="prose">
        {why} {how}
      </p>
      <dl className="mt-2 grid grid-cols-[4rem_minmax(0,1fr)] gap-y-1">
        <dt className="text-ink-2">Good</dt>
        <dd>{good}</dd>
        <dt className="text-ink-2">Weak</dt>
        <dd>{weak}</dd>
        <dt className="text-ink-2">Source</dt>
        <dd className="text-ink-2">{source}</dd>
      </dl>
    </div>
  );
}

function CheckedBy({ rules }: { readonly rules: readonly Rule[] }) {
  if (rules.length === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 text-t-1 text-ink-2">
      Checked by
      {rules.map(({ id, title }) => (
        <AppLink key={id} href={paths.rule({ rule: id })} className="link inline-block min-h-6 font-code" title={title}>
          {id}
        </AppLink>
      ))}
    </p>
  );
}

function rulesByPath(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byPath = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const path of new Set(rule.reads)) byPath.set(path, [...(byPath.get(path) ?? []), rule]);
  }
  return byPath;
}
