import { formatLayouts } from '../../worksheets/sections/data-options.ts';
import { everySource, type SourceReader } from '../readings/data-reading.ts';
import { quotedName } from '../words/item-name.ts';
import { neededParts } from '../readings/needed-parts.ts';
import { gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

/** Who stands behind a source, and on what terms it may be used. */
export const sourceTermsRules: readonly RuleDefinition[] = [
  {
    id: 'SRC-06',
    version: 1,
    title: 'Every source has a use',
    severity: 'info',
    kind: 'gap',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.usedFor',
      'data.sources.lineageUpstream.source',
      'data.features.source',
      'serving.retrieval.corpus',
    ],
    bounds: [],
    principle: 'A source that nothing needs still has to be paid for, watched and protected.',
    source: 'Google, Rules of Machine Learning, rule 22',
    check(subject) {
      const named = sourcesNamed(subject);
      return everySource(subject, (source) => hasUse(subject, source, named));
    },
  },
  {
    id: 'SRC-07',
    version: 1,
    title: 'Owner, origin and schema of each source',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.owner',
      'data.sources.format',
      'data.sources.lineageUpstream',
      'data.sources.lineageTransform',
      'data.sources.collectionProcess',
      'data.sources.schemaUrl',
    ],
    bounds: [],
    principle:
      'When a source changes, somebody has to know whom to ask, what it was made from and what it looked like.',
    source: 'Google, Rules of Machine Learning, rule 11; T. Gebru et al., Datasheets for datasets (2021)',
    check: (subject) => everySource(subject, (source) => ownedAndDescribed(subject, source)),
  },
  {
    id: 'SRC-08',
    version: 1,
    title: 'Grounds for personal data',
    severity: 'error',
    kind: 'gap',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.pii',
      'data.sources.lawfulBasis',
      'data.sources.retention',
      'data.sources.deletionPath',
      'data.sources.specialCondition',
    ],
    bounds: [],
    principle:
      'Data about people, under pseudonyms too, needs a lawful basis, an end and a way to delete one person from it.',
    source: 'Regulation (EU) 2016/679, articles 5, 6, 9 and 17',
    check: (subject) => everySource(subject, (source) => personalData(subject, source)),
  },
  {
    id: 'SRC-09',
    version: 1,
    title: 'Terms of what others give',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.kind',
      'data.sources.usedFor',
      'data.sources.licence',
      'data.sources.slaAvailability',
      'data.sources.contractUrl',
    ],
    bounds: [],
    principle: 'What belongs to others may be used as they allow, and relied on as far as they promise.',
    source: 'Croissant format specification; Open Data Contract Standard',
    check: (subject) => everySource(subject, (source) => termsOfOthers(subject, source)),
  },
  {
    id: 'SRC-12',
    version: 1,
    title: 'What users type is checked',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['data.sources', 'data.sources.kind', 'data.sources.qualityRules'],
    bounds: [],
    principle: 'People type what nobody expected, so what they send is validated before anything learns from it.',
    source: 'C. Huyen, Designing Machine Learning Systems (2022), chapter 3',
    check: (subject) =>
      everySource(subject, (source) =>
        given([source.at('kind')], (kind) =>
          kind === 'user-input'
            ? needed([source.whole('qualityRules')], {
                message: `${quotedName(subject, source)} holds what users send, and no quality rule checks it.`,
              })
            : notApplicable,
        ),
      ),
  },
];

/** Sources that something else in the worksheet is made from. */
function sourcesNamed({ read }: Subject): ReadonlySet<string | undefined> {
  const data = read.section('data');
  const origins = data.items('sources').flatMap((source) => source.items('lineageUpstream'));
  return new Set([
    read.section('serving').group('retrieval').at('corpus').value,
    ...origins.map((origin) => origin.at('source').value),
    ...data.items('features').map((feature) => feature.at('source').value),
  ]);
}

function hasUse(subject: Subject, source: SourceReader, named: ReadonlySet<string | undefined>): Outcome {
  const uses = source.at('usedFor');
  if ((uses.value?.length ?? 0) > 0 || named.has(source.id)) return pass;
  if (uses.state === 'not-applicable') return notApplicable;
  if (uses.state === 'unknown') return waits(uses);
  return gap({
    ends: [uses],
    message: `Nothing says what ${quotedName(subject, source)} is used for, and nothing in the worksheet comes from it.`,
  });
}

/** Where it comes from may be said as what it was made from or, for what is collected first, as how. */
function ownedAndDescribed(subject: Subject, source: SourceReader): Outcome {
  const format = source.at('format').value;
  const isRecords = format !== undefined && formatLayouts[format] !== undefined;
  const origin = [source.whole('lineageUpstream'), source.at('lineageTransform'), source.at('collectionProcess')];
  return neededParts(
    [
      { name: 'an owner', reads: [source.at('owner')] },
      { name: 'an origin', reads: origin },
      ...(isRecords ? [{ name: 'a schema', reads: [source.at('schemaUrl')] }] : []),
    ],
    (names) => `${quotedName(subject, source)} lacks ${names}.`,
  );
}

function personalData(subject: Subject, source: SourceReader): Outcome {
  return given([source.at('pii')], (pii) => {
    if (pii === 'none') return notApplicable;
    return neededParts(
      [
        { name: 'a lawful basis', reads: [source.at('lawfulBasis')] },
        ...(pii === 'special-category'
          ? [{ name: 'a condition that allows the special category', reads: [source.at('specialCondition')] }]
          : []),
        { name: 'an end to keeping it', reads: [source.at('retention')] },
        { name: 'a way to delete one person’s data', reads: [source.at('deletionPath')] },
      ],
      (names) => `${quotedName(subject, source)} holds data about people, and lacks ${names}.`,
    );
  });
}

/** A promise of availability matters only to what is needed at the moment of prediction. */
function termsOfOthers(subject: Subject, source: SourceReader): Outcome {
  return given([source.at('kind')], (kind) => {
    if (kind !== 'third-party' && kind !== 'public') return notApplicable;
    const uses = source.at('usedFor');
    const isServed = uses.value?.includes('serve-feature') ?? false;
    const outcome = neededParts(
      [
        { name: 'a licence', reads: [source.at('licence')] },
        ...(isServed
          ? [{ name: 'a promise of availability', reads: [source.at('slaAvailability'), source.at('contractUrl')] }]
          : []),
      ],
      (names) => `${quotedName(subject, source)} comes from others, and lacks ${names}.`,
    );
    return outcome.outcome === 'pass' && uses.value === undefined && uses.state !== 'not-applicable'
      ? waits(uses)
      : outcome;
  });
}
