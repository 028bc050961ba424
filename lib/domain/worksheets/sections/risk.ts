import { unless } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  integer,
  list,
  markdown,
  person,
  quantity,
  reference,
  section,
  text,
} from '#lib/domain/worksheets/definition.ts';

const sensitiveUses = {
  none: 'None',
  'legal-status': 'Touches legal status, or access to credit, work, housing or care',
  'physical-harm': 'Can harm body or mind',
  rights: 'Touches freedom and other rights',
} as const;

const oversight = {
  none: 'Nobody',
  monitor: 'Someone watches, and can stop it',
  'review-before-action': 'Someone looks before anything is done',
  'final-decision': 'Someone decides each case',
} as const;

const threats = {
  poisoning: 'Poisoned training data',
  evasion: 'Inputs made to be misjudged',
  'prompt-injection': 'Prompt injection',
  extraction: 'The model is copied',
  'membership-inference': 'Training data is read back',
  'supply-chain': 'A dependency turns bad',
} as const;

export const risk = section({
  key: 'risk',
  title: 'Risk and responsible use',
  intro: 'What it is for and what not, who could be harmed, what can go wrong, and who can set it right.',
  stage: 'launch',
  fields: {
    intendedUses: list(
      'Meant for',
      { use: text('Use', { needed: true }), user: text('Who uses it'), place: text('Where') },
      { itemNoun: 'use', tier: 'core', group: 'Use' },
    ),
    unsupportedUses: list(
      'Not meant for',
      { use: text('Use', { needed: true }), why: text('Why not') },
      { itemNoun: 'use', tier: 'core', group: 'Use' },
    ),
    restrictedBy: text('Laws and policies that restrict it', { group: 'Use' }),
    sensitiveUse: choice('Sensitive use', sensitiveUses, { needed: true, stage: 'framing', group: 'People' }),
    stakeholderImpacts: list(
      'What it means for stakeholders',
      {
        stakeholder: reference('Stakeholder', 'stakeholder', { needed: true }),
        benefit: text('Gains'),
        harm: text('Could be harmed by'),
      },
      { itemNoun: 'stakeholder', group: 'People' },
    ),
    affectedImpacts: list(
      'What it means for people affected',
      {
        group: reference('People', 'affected-people', { needed: true }),
        benefit: text('Gain'),
        harm: text('Could be harmed by'),
      },
      { itemNoun: 'group', group: 'People' },
    ),
    fairnessGroups: list(
      'Fairness between groups',
      {
        group: reference('Group', 'critical-group', { needed: true }),
        metric: reference('Compared by', 'metric'),
        tolerance: quantity('Largest gap accepted', 'measure', { min: 0 }),
      },
      { itemNoun: 'group', group: 'People' },
    ),
    failureModes: list(
      'What can go wrong',
      {
        mode: text('What goes wrong', { needed: true }),
        fpOrFn: choice('Through', { fp: 'A false alarm', fn: 'A miss', other: 'Something else' }),
        who: text('Who is hit'),
        severity: integer('Severity, 1–5', { needed: true, min: 1, max: 5 }),
        likelihood: integer('Likelihood, 1–5', { needed: true, min: 1, max: 5 }),
        detection: text('How it is noticed'),
        mitigation: text('What is done about it'),
        fallback: reference('What answers instead', 'baseline'),
        owner: person('Owner', { needed: true }),
      },
      {
        itemNoun: 'failure mode',
        tier: 'core',
        group: 'What can go wrong',
        summary: ['mode', 'who', 'severity', 'likelihood', 'mitigation', 'owner'],
      },
    ),
    securityThreats: list(
      'Attacks',
      {
        threat: choice('Attack', threats, { needed: true }),
        how: text('How it would be done'),
        mitigation: text('What stops it'),
      },
      { itemNoun: 'attack', group: 'What can go wrong' },
    ),
    humanOversight: choice('Who watches over it', oversight, { tier: 'core', group: 'Oversight' }),
    redress: markdown('How someone can object', { group: 'Oversight' }),
    explainabilityPlan: markdown('How a decision is explained', {
      appliesWhen: unless('framing.interpretabilityNeed', 'none'),
      group: 'Oversight',
    }),
    privacyReview: markdown('Privacy review', { group: 'Beyond the model' }),
    environmental: markdown('Energy and hardware', { group: 'Beyond the model' }),
  },
});
