import { formatDurationInWords } from '#lib/domain/quantities/duration.ts';
import { withUnitsJoined } from '#lib/domain/quantities/units-joined.ts';
import { groupThousands, MINUS, NARROW_SPACE, NO_BREAK_SPACE } from '#lib/domain/quantities/format-number.ts';
import { formatMoney } from '#lib/domain/quantities/money.ts';
import { perPeriod, readPeriod } from '#lib/domain/quantities/periods.ts';
import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import type { Answer, Answered, Basis, NoAnswer, Unknown } from '#lib/domain/worksheets/answers.ts';
import { isQuantity, type LeafField, type Options, type QuantityKind } from '#lib/domain/worksheets/definition.ts';
import { answerAt, fieldAtPath, lastPart } from '#lib/domain/worksheets/paths.ts';
import { referenceTargets, type ReferenceTarget } from '#lib/domain/worksheets/reference-targets.ts';
import type { Block, Inline, ValueRun } from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { flattened, paragraph, text } from './runs.ts';

const NOT_ANSWERED = 'Not answered yet';

/** One leaf of the worksheet at its place. */
export interface Leaf {
  readonly path: string;
  readonly field: LeafField;
  readonly answer: Answer<unknown>;
}

/** The answer as blocks: long texts keep their structure, an order of choices is a list, all else is a paragraph. */
export function answerBlocks(worksheet: Worksheet, leaf: Leaf): readonly Block[] {
  const { field, answer, path } = leaf;
  if (answer.state === 'answered' && field.kind === 'markdown') return readMarkdown(String(answer.value));
  if (answer.state === 'answered' && field.kind === 'choices' && field.ordered) {
    const items = optionWords(field.options, answer.value).map((word) => ({ content: [paragraph([text(word)])] }));
    return [{ kind: 'list', ordered: true, path, items }];
  }
  return [paragraph(answerRuns(worksheet, leaf), path)];
}

/** The answer within a line. */
export function answerRuns(worksheet: Worksheet, { path, field, answer }: Leaf): readonly Inline[] {
  return answer.state === 'answered' ? answeredRuns(worksheet, path, field, answer) : noAnswerRuns(path, answer);
}

export function noAnswerRuns(path: string, answer: NoAnswer): readonly Inline[] {
  switch (answer.state) {
    case 'blank':
      return [valueRun(path, 'unanswered', NOT_ANSWERED)];
    case 'unknown':
      return [valueRun(path, 'unknown', notKnownYet(answer))];
    case 'unreadable':
      return [valueRun(path, 'unreadable', answer.text)];
    case 'not-applicable':
      return [valueRun(path, 'answered', `Does not apply: ${answer.reason}`)];
  }
}

function valueRun(path: string, state: ValueRun['state'], shown: string): ValueRun {
  return { kind: 'value', path, state, text: shown };
}

function answeredRuns(
  worksheet: Worksheet,
  path: string,
  field: LeafField,
  answer: Answered<unknown>,
): readonly Inline[] {
  if (isQuantity(field)) return [quantityValue(path, shownQuantity(worksheet, field, answer), answer.basis)];
  const words = String(answer.value);
  switch (field.kind) {
    case 'yes-no':
      return [valueRun(path, 'answered', answer.value === true ? 'Yes' : 'No')];
    case 'choice':
      return [valueRun(path, 'answered', field.options[words] ?? words)];
    case 'choices':
      return [valueRun(path, 'answered', optionWords(field.options, answer.value).join(', '))];
    case 'date':
      return [valueRun(path, 'answered', shownDate(words))];
    case 'reference':
      return [valueRun(path, 'answered', referenceName(worksheet, field.target, words))];
    case 'link':
      return [{ kind: 'link', href: words, content: [text(words)] }];
    case 'markdown':
      return flattened(readMarkdown(words));
    case 'text':
    case 'person':
      return [valueRun(path, 'answered', words)];
  }
}

function optionWords(options: Options, value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((key) => options[String(key)] ?? String(key)) : [];
}

/** 'Not known yet – Fraud data scientist, by 12 Dec 2026'. */
function notKnownYet({ who, by }: Unknown): string {
  const details = [...(who === undefined ? [] : [who]), ...(by === undefined ? [] : [`by ${shownDate(by)}`])];
  return details.length === 0 ? 'Not known yet' : `Not known yet – ${details.join(', ')}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** '2026-12-12' is '12 Dec 2026', whatever the reader's locale: the bytes are the same everywhere. */
export function shownDate(plainDate: string): string {
  const [year = '', month = '', day = ''] = plainDate.split('-');
  const name = months[Number(month) - 1];
  return name === undefined ? plainDate : `${Number(day)} ${name} ${year}`;
}

/** The name of what a reference points at, or its id where that is not there. */
function referenceName(worksheet: Worksheet, target: ReferenceTarget, id: string): string {
  const { list, field }: { list: string; field?: string } = referenceTargets[target];
  const single = field !== undefined && lastPart(field) === id ? fieldAtPath(field) : undefined;
  return single?.label ?? itemName(worksheet, list, id) ?? id;
}

/** What an item calls itself; undefined while it has no name. */
export function itemName(worksheet: Worksheet, listPath: string, id: string): string | undefined {
  const list = fieldAtPath(listPath);
  const nameField = list?.kind === 'list' ? list.fields[list.nameField] : undefined;
  if (list?.kind !== 'list' || nameField === undefined) return undefined;
  const path = `${listPath}.${id}.${list.nameField}`;
  const answer = answerAt(worksheet, path);
  if (answer?.state !== 'answered') return undefined;
  if (nameField.kind === 'choice') return nameField.options[answer.typed] ?? answer.typed;
  return nameField.kind === 'reference' ? referenceName(worksheet, nameField.target, answer.typed) : answer.typed;
}

/** A quantity set into a line; what is stated needs no mark. */
export function quantityValue(path: string, shown: string, basis: Basis): ValueRun {
  return basis === 'stated'
    ? { kind: 'value', path, state: 'answered', text: shown }
    : { kind: 'value', path, state: 'answered', basis, text: shown };
}

/** As typed, set properly. Money says its currency and every quantity its unit, whether or not that was typed. */
function shownQuantity(worksheet: Worksheet, field: QuantityKind, answer: Answered<unknown>): string {
  const typed = answer.typed.replace(/^[~≈]\s*/, '').trim();
  if (field.kind === 'money' && typeof answer.value === 'number') {
    const period = field.per === undefined || readPeriodAtEnd(typed) ? '' : ` ${perPeriod(field.per)}`;
    if (/[€£$¥₪₹₩₺]|\b[A-Z]{3}\b/.test(typed)) return typeset(typed) + period;
    const amount = formatMoney(answer.value, worksheet.currency, 'table');
    return field.per === undefined ? amount : `${amount} ${perPeriod(field.per)}`;
  }
  if (field.kind === 'duration' && /^[+-]?P/i.test(typed)) return formatDurationInWords(Number(answer.value));
  const unit = field.kind === 'integer' || field.kind === 'number' ? field.unit : undefined;
  return unit === undefined ? typeset(typed) : `${typeset(typed)}${NO_BREAK_SPACE}${unit}`;
}

function readPeriodAtEnd(typed: string): boolean {
  const tail = /(?:\/|\bper\b|\ban?\b)\s*[a-z]+$/i.exec(typed)?.[0];
  return tail !== undefined && readPeriod(tail) !== null;
}

/** Number, sign and unit never part; thousands are grouped, a minus is a minus. */
function typeset(typed: string): string {
  const set = typed
    .replace(/\b\d{4,}(?=\D|$)/g, (digits, at: number) => (typed[at - 1] === '.' ? digits : groupThousands(digits)))
    .replace(/(?<=^|^[€£$¥₪₹₩₺] ?)-(?=[\d€£$¥₪₹₩₺])/u, MINUS)
    .replace(/(?<=\d)\s*d$/, (_unit, at: number) => (typed.slice(0, at) === '1' ? ' day' : ' days'))
    .replace(/<=\s*/, `≤${NARROW_SPACE}`)
    .replace(/>=\s*/, `≥${NARROW_SPACE}`);
  return withUnitsJoined(set);
}
