import { artifactsOf } from '../readings/artifact-reading.ts';
import { quotedNames } from '../words/item-name.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

/** Whether what a language model is and reads stays known, and what it may do is bounded. */
export const generationRules: readonly RuleDefinition[] = [
  {
    id: 'GEN-04',
    version: 1,
    title: 'A model and a prompt that stay the same',
    severity: 'error',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['serving.generation.modelPinned', 'artifacts.items', 'artifacts.items.kind', 'artifacts.items.idScheme'],
    bounds: [],
    principle:
      'A name that moves on to the next model, or a prompt that is edited in place, changes the system unseen.',
    source: 'Model versions and deprecations as providers of language models document them',
    check: staysTheSame,
  },
  {
    id: 'GEN-09',
    version: 1,
    title: 'Input of strangers kept from acting',
    severity: 'error',
    kind: 'gap',
    stage: 'design',
    reads: ['serving.untrustedInput', 'serving.toolsWithSideEffects', 'serving.isolation'],
    bounds: [],
    principle: 'Whoever writes what the model reads can tell it what to do with its tools.',
    source: 'OWASP Top 10 for LLM Applications, LLM01 Prompt injection',
    check({ read }) {
      const section = read.section('serving');
      const [input, tools, isolation] = [
        section.at('untrustedInput'),
        section.at('toolsWithSideEffects'),
        section.at('isolation'),
      ];
      return given([input, tools], (kinds, canAct) =>
        kinds.length === 0 || !canAct
          ? pass
          : needed([isolation], {
              message:
                'The model reads what nobody vouches for and can call tools that change something, and nothing is said to keep the one from the other.',
            }),
      );
    },
  },
  {
    id: 'GEN-10',
    version: 1,
    title: 'When it refuses',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['serving.refusalPolicy', 'framing.abstain', 'framing.abstainPolicy'],
    bounds: [],
    principle: 'A model that is never told when not to answer always answers.',
    source: 'Google, People + AI Guidebook, errors and graceful failure',
    check({ read }) {
      const refusal = read.section('serving').at('refusalPolicy');
      if (refusal.state === 'not-applicable') return notApplicable;
      // Facts that are left out when they are not there are a refusal, too.
      if (read.section('framing').at('abstainPolicy').value !== undefined) return pass;
      return needed([refusal], {
        message: 'Nothing says when it refuses or leaves an answer out, so it always answers.',
      });
    },
  },
  {
    id: 'GEN-14',
    version: 1,
    title: 'Personal data that leaves the house',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'serving.generation.hosting',
      'serving.generation.dataAgreement',
      'serving.retrieval.used',
      'serving.retrieval.corpus',
      'data.sources',
      'data.sources.name',
      'data.sources.pii',
      'data.sources.usedFor',
    ],
    bounds: [],
    principle: 'Whoever processes personal data for somebody does so under an agreement.',
    source: 'General Data Protection Regulation, Article 28',
    check: leavesUnderAgreement,
  },
  {
    id: 'GEN-15',
    version: 1,
    title: 'An answer when the provider fails',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: [
      'serving.generation.hosting',
      'serving.generation.fallbackModel',
      'serving.fallback',
      'serving.predictionMode',
    ],
    bounds: [],
    principle: 'Without another model or another answer the outage of a provider is one’s own.',
    source: 'B. Beyer et al. (eds.), Site Reliability Engineering (2016), on dependencies',
    check: survivesProvider,
  },
];

function staysTheSame(subject: Subject): Outcome | readonly Outcome[] {
  const pinned = subject.read.section('serving').group('generation').at('modelPinned');
  const prompts = artifactsOf(subject, 'prompt').map((prompt) => prompt.at('idScheme'));
  const model = given([pinned], (isPinned) =>
    isPinned
      ? pass
      : contradiction({
          ends: [pinned],
          message: 'The version of the model is not pinned, so it changes when its provider changes it.',
          remedy: { label: 'Name a version that stays' },
        }),
  );
  if (pinned.state === 'not-applicable') return notApplicable;
  return [
    model,
    ...prompts.map((scheme) =>
      given([scheme], (known) =>
        known === 'tag'
          ? contradiction({
              ends: [scheme],
              message: 'The prompt is known by a name that can move, so it changes without a trace.',
              remedy: { label: 'Use the commit or a hash of the content' },
            })
          : pass,
      ),
    ),
  ];
}

/** What is served, looked up or tested with reaches the model; what nobody sends there does not matter. */
function leavesUnderAgreement(subject: Subject): Outcome {
  const serving = subject.read.section('serving');
  const hosting = serving.group('generation').at('hosting');
  const agreement = serving.group('generation').at('dataAgreement');
  const corpus = serving.group('retrieval').at('corpus').value;
  return given([hosting], (where) => {
    if (where === 'own') return notApplicable;
    const list = subject.read.section('data').whole('sources');
    const sources = subject.read.section('data').items('sources');
    if (sources.length === 0) return waits(list);
    const sent = sources.filter(
      (source) =>
        source.id === corpus ||
        (source.at('usedFor').value ?? []).some(
          (use) => use === 'serve-feature' || use === 'test' || use === 'validate',
        ),
    );
    const kinds = sent.map((source) => source.at('pii'));
    const personal = sent.filter((source) => !['none', undefined].includes(source.at('pii').value));
    if (personal.length === 0) {
      const mayBeSent = sources
        .filter((source) => source.at('pii').value !== 'none')
        .map((source) => source.at('usedFor'));
      const open: readonly Read[] = [...kinds, ...mayBeSent].filter(isOpen);
      return open.length > 0 ? waits(...open) : sent.length > 0 ? pass : notApplicable;
    }
    const names = quotedNames(subject, personal);
    if (agreement.value === true) return pass;
    if (agreement.value === undefined) {
      return needed([agreement], {
        message: `Personal data of ${names} goes to a provider, and nothing says under which agreement.`,
      });
    }
    return contradiction({
      ends: [agreement, ...personal.map((source) => source.at('pii')), hosting],
      message: `Personal data of ${names} goes to a provider without an agreement.`,
    });
  });
}

function survivesProvider({ read }: Subject): Outcome {
  const serving = read.section('serving');
  const generation = serving.group('generation');
  const [hosting, other, fallback] = [generation.at('hosting'), generation.at('fallbackModel'), serving.at('fallback')];
  return given([hosting, serving.at('predictionMode')], (where, mode) => {
    // A batch can wait until the provider is back.
    if (where === 'own' || mode === 'batch') return notApplicable;
    if (other.value !== undefined || (fallback.value !== undefined && fallback.value !== 'none')) return pass;
    if (fallback.value === undefined && fallback.state === 'unknown') return waits(fallback);
    return other.state === 'unknown'
      ? waits(other)
      : gap({
          ends: [other, fallback],
          message: 'When the provider fails there is no other model and no other answer.',
        });
  });
}
