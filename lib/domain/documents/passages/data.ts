import { valueOf } from '#lib/domain/worksheets/answers.ts';
import type { SourceItem } from '#lib/domain/worksheets/all-sections.ts';
import type { Inline } from '../document.ts';
import { joined, paragraph, runs } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const personalData = {
  none: '',
  pseudonymous: 'pseudonymous',
  personal: 'personal',
  'special-category': 'special category',
} as const;

/**
 * What a reviewer asks first of several sources: 'There at the moment of prediction: Payments, Counts by card. Not
 * there: Chargebacks. With personal data: Payments (pseudonymous).' The table below says it again, source by source.
 */
function availability(writing: Writing): Written | undefined {
  const { sources } = writing.worksheet.data;
  if (sources.length < 2) return undefined;
  const thereWhen = (there: boolean) => sources.filter(({ availableAtServing: at }) => valueOf(at) === there);
  const sentences = [
    sentence('There at the moment of prediction: ', named(writing, thereWhen(true))),
    sentence('Not there: ', named(writing, thereWhen(false))),
    aboutPeople(writing, sources),
  ].filter((said) => said.length > 0);
  if (sentences.length === 0) return undefined;
  return { blocks: [paragraph(joined(sentences, ' '), 'data.sources')], used: [] };
}

function aboutPeople(writing: Writing, sources: readonly SourceItem[]): readonly Inline[] {
  if (sources.every(({ pii }) => valueOf(pii) === 'none')) return runs('None holds personal data.');
  const holding = sources.flatMap((source) => {
    const kind = personalData[valueOf(source.pii) ?? 'none'];
    const name = said(writing, `data.sources.${source.id}.name`);
    return kind === '' || name === undefined ? [] : [runs(name, ` (${kind})`)];
  });
  return sentence('With personal data: ', holding);
}

function named(writing: Writing, sources: readonly SourceItem[]): (readonly Inline[])[] {
  return sources.flatMap(({ id }) => {
    const name = said(writing, `data.sources.${id}.name`);
    return name === undefined ? [] : [name];
  });
}

function sentence(start: string, items: readonly (readonly Inline[])[]): readonly Inline[] {
  return items.length === 0 ? [] : runs(start, joined(items, ', '), '.');
}

export const dataPassages: readonly Passage[] = [{ at: 'sources', write: availability }];
