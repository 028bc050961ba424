import { when } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  choices,
  duration,
  group,
  integer,
  markdown,
  money,
  number,
  percentage,
  reference,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { untrustedInputs } from './serving-options.ts';
import { languageModelTask } from './task-conditions.ts';

const hosted = when('./hosting', 'provider');
const retrieves = when('./used', true);
const judgedByModel = when('./kind', 'model');

/** Asked only where a language model writes the answer. */
export const generationFields = {
  generation: group(
    'Model, tokens and prices',
    {
      hosting: choice('Runs', { provider: 'At a provider', own: 'On machines of ours' }, { needed: true }),
      provider: text('Provider', { appliesWhen: hosted }),
      dataAgreement: yesNo('Is there an agreement on the data sent there', { appliesWhen: hosted }),
      modelId: text('Model', { needed: true }),
      modelPinned: yesNo('Is its version pinned', { needed: true }),
      fallbackModel: text('Model that stands in for it'),
      streaming: yesNo('Is the answer shown as it is written'),
      contextLimitTokens: integer('Context limit', { unit: 'tokens', min: 1 }),
      inputTokensP50: integer('Input, p50', { tier: 'core', unit: 'tokens' }),
      inputTokensP99: integer('Input, p99', { unit: 'tokens' }),
      outputTokensP50: integer('Output, p50', { tier: 'core', unit: 'tokens' }),
      outputTokensP99: integer('Output, p99', { unit: 'tokens' }),
      timeToFirstTokenP50: duration('First token after, p50', { defaultUnit: 'ms' }),
      timeToFirstTokenP99: duration('First token after, p99', { defaultUnit: 'ms' }),
      timePerOutputTokenP50: duration('Each further token, p50', { defaultUnit: 'ms' }),
      timePerOutputTokenP99: duration('Each further token, p99', { defaultUnit: 'ms' }),
      requestsPerMinuteLimit: integer('Limit on requests', { unit: 'a minute', appliesWhen: hosted }),
      tokensPerMinuteLimit: integer('Limit on tokens', { unit: 'a minute', appliesWhen: hosted }),
      priceIn: money('Price of a million input tokens', { min: 0 }),
      priceOut: money('Price of a million output tokens', { min: 0 }),
      cacheHitPct: percentage('Answered from a cache'),
    },
    { tier: 'core', appliesWhen: languageModelTask, group: 'The language model' },
  ),
  retrieval: group(
    'What is looked up',
    {
      used: yesNo('Are passages looked up first', { needed: true }),
      corpus: reference('Looked up in', 'source', { appliesWhen: retrieves }),
      chunking: text('How documents are cut', { appliesWhen: retrieves }),
      indexRefresh: duration('Index is rebuilt every', { appliesWhen: retrieves }),
      k: integer('Passages handed to the model', { unit: 'passages', min: 1, appliesWhen: retrieves }),
      recallAtK: percentage('Share of questions whose answer is among them', { appliesWhen: retrieves }),
      reranker: text('Reranker', { appliesWhen: retrieves }),
    },
    { tier: 'core', appliesWhen: languageModelTask, group: 'Retrieval' },
  ),
  untrustedInput: choices('Input that nobody vouches for', untrustedInputs, {
    tier: 'core',
    appliesWhen: languageModelTask,
    group: 'Safety of what it does and says',
  }),
  toolsWithSideEffects: yesNo('Can it call tools that change something', {
    tier: 'core',
    appliesWhen: languageModelTask,
    group: 'Safety of what it does and says',
  }),
  isolation: markdown('What keeps such input from acting', {
    appliesWhen: when('serving.toolsWithSideEffects', true),
    group: 'Safety of what it does and says',
  }),
  refusalPolicy: markdown('When it refuses, and what it says then', {
    appliesWhen: languageModelTask,
    group: 'Safety of what it does and says',
  }),
  safetyFilters: markdown('Filters before and after the model', {
    appliesWhen: languageModelTask,
    group: 'Safety of what it does and says',
  }),
  evalRubric: markdown('What makes an answer good', {
    tier: 'core',
    appliesWhen: languageModelTask,
    group: 'How answers are judged',
  }),
  evalSetPublic: yesNo('Is the evaluation set public', {
    appliesWhen: languageModelTask,
    group: 'How answers are judged',
  }),
  contaminationChecked: yesNo('Was it checked that the model has not seen it', {
    appliesWhen: languageModelTask,
    group: 'How answers are judged',
  }),
  judge: group(
    'The judge',
    {
      kind: choice('Judged by', { human: 'People', model: 'A model' }),
      model: text('Model of the judge', { appliesWhen: judgedByModel }),
      sameFamilyAsSystem: yesNo('Is it of the same family as the system', { appliesWhen: judgedByModel }),
      validatedOnN: integer('Answers that people judged as well', { unit: 'answers', appliesWhen: judgedByModel }),
      agreementWithHuman: number('Agreement with them', { min: -1, max: 1, appliesWhen: judgedByModel }),
    },
    { appliesWhen: languageModelTask, group: 'How answers are judged' },
  ),
} as const;
