import {
  choice,
  choices,
  date,
  link,
  list,
  markdown,
  person,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';

const roles = {
  product: 'Product',
  ml: 'Machine learning',
  data: 'Data engineering',
  infra: 'Infrastructure',
  legal: 'Legal and privacy',
  domain: 'Domain expert',
};

export const overview = section({
  key: 'overview',
  title: 'Overview and scope',
  intro: 'What this is, for whom, and where it stops.',
  stage: 'framing',
  fields: {
    name: text('Name', { needed: true, minLength: 3, maxLength: 120 }),
    oneLiner: text('In one line', { needed: true, maxLength: 200 }),
    summary: markdown('Summary'),
    authors: list('Authors', { person: person('Person', { needed: true }) }, { itemNoun: 'author', needed: true }),
    approverRoles: choices('Who has to approve', roles, { needed: true }),
    inScope: list(
      'In scope',
      { text: text('What is in scope', { needed: true }) },
      { itemNoun: 'point', needed: true, group: 'Scope' },
    ),
    outOfScope: list(
      'Out of scope',
      { text: text('What is out of scope', { needed: true }), why: text('Why') },
      { itemNoun: 'point', needed: true, group: 'Scope' },
    ),
    stakeholders: list(
      'Stakeholders',
      {
        name: text('Who', { needed: true }),
        role: text('Role'),
        wants: text('What they want from it'),
        influence: choice('Influence', { high: 'High', medium: 'Medium', low: 'Low' }),
      },
      { itemNoun: 'stakeholder', group: 'People' },
    ),
    usersAffected: list(
      'People affected',
      { name: text('Who', { needed: true }), how: text('How it touches them') },
      { itemNoun: 'group', group: 'People' },
    ),
    glossary: list(
      'Glossary',
      { term: text('Term', { needed: true, notes: true }), meaning: text('Meaning', { needed: true, notes: true }) },
      { itemNoun: 'term', notes: true },
    ),
    alternativesConsidered: list(
      'Alternatives considered',
      {
        option: text('Option', { needed: true }),
        pros: text('For it'),
        cons: text('Against it'),
        whyRejected: text('Why not', { needed: true }),
      },
      { itemNoun: 'alternative', group: 'Choices made' },
    ),
    priorAttempts: markdown('What was tried before', { group: 'Choices made' }),
    priorities: list(
      'Priorities, most important first',
      {
        quality: choice(
          'Quality',
          {
            latency: 'Latency',
            throughput: 'Throughput',
            cost: 'Cost',
            interpretability: 'Interpretability',
            adaptability: 'Adaptability',
            reliability: 'Reliability',
          },
          { needed: true },
        ),
        reason: text('Reason', { needed: true }),
      },
      { itemNoun: 'priority', ordered: true, group: 'Choices made' },
    ),
    milestones: list(
      'Milestones',
      {
        name: text('Milestone', { needed: true }),
        date: date('Date', { needed: true }),
        measures: yesNo('Measures the result'),
      },
      { itemNoun: 'milestone', group: 'Plan' },
    ),
    reviewBy: date('Look at it again by', { group: 'Plan' }),
    links: list(
      'Links',
      { url: link('Address', { needed: true, notes: true }), title: text('Title', { notes: true }) },
      { itemNoun: 'link', notes: true, group: 'Plan' },
    ),
  },
});
