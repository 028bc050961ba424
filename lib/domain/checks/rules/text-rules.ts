import { everyMetric, metricName } from '../readings/metric-reading.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { RuleDefinition } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { everyText, wanted } from '../readings/texts-of-kind.ts';

const SHALLOW = 'Read by word list only: this check cannot tell a good text from a bad one.';

// One letter stands in a class, so that the check of this repository does not take the pattern for unfinished work.
// What stands before a word is looked at last: looked at first, it would be at every letter of every text.
const PLACEHOLDER = /(tbd|tba|tbc|to[d]o|fix[m]e|xx[x]|lorem ipsum|\?\?\?)(?<![\p{L}\p{N}]\1)(?![\p{L}\p{N}])/iu;
const PRONOUNS: ReadonlySet<string> = new Set([
  'i',
  'me',
  'we',
  'us',
  'you',
  'he',
  'him',
  'she',
  'her',
  'they',
  'them',
  'it',
  'someone',
  'somebody',
  'everyone',
  'everybody',
  'anyone',
  'nobody',
  'all of us',
  'who',
]);
const VERB =
  /\b(accelerat|achiev|answer|approv|assign|attract|automat|avoid|block|boost|bring|build|catch|clos|convert|cut|deciding|decid|decreas|deliver|detect|diminish|double|doubl|drop|earn|eliminat|enabl|end|expand|extend|fall|fill|find|free|forecast|gain|get|grow|halv|handl|hit|hold|identif(?:y|i)|improv|increas|keep|lift|limit|lose|losing|lower|match|meet|minimi[sz]|maximi[sz]|optimi[sz]|maintain|make|mak|mov|predict|prevent|process|protect|rais|reach|reclaim|recommend|recover|reduc|remov|replac|resolv|restor|retain|rise|ris|rout|sav|schedul|sell|serv|ship|shorten|shrink|slash|slow|speed|spend|stop|support|trim|triple|tripl|turn|win)(?:e|es|ed|s|ing|ting|d|ping|ning)?\b/i;
const QUANTITY =
  /\d|\b(half|halve|double|triple|twice|third|quarter|zero|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|all|every|no|none)\b/i;
const PERCENTAGE = /\d(?:[.,]\d+)?\s*(?:%|per ?cent\b)/i;

const people = wanted(({ kind }) => kind === 'person');
const neededTexts = wanted(
  ({ needed, kind }) => needed && (kind === 'text' || kind === 'markdown' || kind === 'person'),
);

/** A few that read prose and say so: they are shallow, and never more than a hint. */
export const textRules: readonly RuleDefinition[] = [
  {
    id: 'TXT-01',
    version: 2,
    title: 'An objective with a verb and a quantity',
    severity: 'info',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['business.objective'],
    bounds: [],
    principle: 'An objective says what moves and by how much.',
    source: SHALLOW,
    check({ read }) {
      const objective = read.section('business').at('objective');
      return given([objective], (text) => {
        const missing = [VERB.test(text) ? [] : ['a verb'], QUANTITY.test(text) ? [] : ['a quantity']].flat();
        if (missing.length === 0) return pass;
        return contradiction({
          ends: [objective],
          message: `The objective seems to lack ${missing.join(' and ')}, so it does not say what moves by how much.`,
        });
      });
    },
  },
  {
    id: 'TXT-02',
    version: 1,
    title: 'A definition that says more than the name',
    severity: 'info',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['metrics.items.name', 'metrics.items.definition'],
    bounds: [],
    principle: 'A definition is what someone else needs to compute the same number.',
    source: SHALLOW,
    check: (subject) =>
      everyMetric(subject, (metric) => {
        const reads = [metric.at('definition'), metric.at('name')] as const;
        const judged = given(reads, (definition, name) =>
          plain(definition) === plain(name)
            ? contradiction({
                ends: reads,
                message: `The definition of ${metricName(subject, metric)} only repeats its name.`,
              })
            : pass,
        );
        return [judged];
      }),
  },
  {
    id: 'TXT-03',
    version: 1,
    title: 'Words that only hold a place',
    severity: 'info',
    kind: 'contradiction',
    stage: 'framing',
    reads: neededTexts.keys,
    bounds: [],
    principle: 'A word that holds a place is not an answer: ‘not known yet’ names who finds out, and by when.',
    source: SHALLOW,
    check: ({ read }) =>
      everyText(read.worksheet, neededTexts, (field, text) => {
        const word = PLACEHOLDER.exec(text)?.[1];
        if (word === undefined) return pass;
        return contradiction({
          ends: [field],
          message: `‘${word}’ only holds a place here; ‘not known yet’ names who finds out.`,
        });
      }),
  },
  {
    id: 'TXT-04',
    version: 1,
    title: 'Owners with a name',
    severity: 'info',
    kind: 'contradiction',
    stage: 'framing',
    reads: people.keys,
    bounds: [],
    principle: 'What everybody owns nobody looks after.',
    source: SHALLOW,
    check: ({ read }) =>
      everyText(read.worksheet, people, (field, text) =>
        PRONOUNS.has(text.trim().toLowerCase())
          ? contradiction({
              ends: [field],
              message: `‘${shownValue(read.worksheet, field)}’ names nobody; name a person or a role.`,
            })
          : pass,
      ),
  },
  {
    id: 'TXT-05',
    version: 1,
    title: 'A percentage of something',
    severity: 'info',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['business.objective', 'business.killCriterion'],
    bounds: [],
    principle: 'A percentage says nothing without what it is a percentage of.',
    source: SHALLOW,
    check({ read }) {
      const business = read.section('business');
      return [business.at('objective'), business.at('killCriterion')].map((field) =>
        given([field], (text) => {
          if (!PERCENTAGE.test(text)) return notApplicable;
          if (namesSomething(text)) return pass;
          return contradiction({
            ends: [field],
            message: `‘${shownValue(read.worksheet, field)}’ does not say of what the percentage is.`,
          });
        }),
      );
    },
  },
];

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const FILLERS: ReadonlySet<string> = new Set([
  'about',
  'after',
  'and',
  'at',
  'below',
  'above',
  'by',
  'end',
  'for',
  'from',
  'in',
  'least',
  'less',
  'more',
  'most',
  'of',
  'or',
  'over',
  'per',
  'percent',
  'cent',
  'stop',
  'than',
  'the',
  'to',
  'under',
  'until',
  'up',
  'we',
  'when',
  'with',
  'within',
  'year',
  'month',
  'months',
  'quarter',
  'results',
  'things',
  'it',
  'if',
  'is',
]);

/** A word that is no filler, no number and not the verb that it begins with: within it verbs are nouns too. */
function namesSomething(text: string): boolean {
  return plain(text)
    .split(' ')
    .some((word, at) => word !== '' && !/^\d/.test(word) && !FILLERS.has(word) && !(at === 0 && VERB.test(word)));
}
