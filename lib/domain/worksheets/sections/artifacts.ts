import {
  choice,
  choices,
  duration,
  group,
  integer,
  list,
  markdown,
  person,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { artifactKinds, idSchemes } from './artifact-options.ts';

export const artifacts = section({
  key: 'artifacts',
  title: 'Artifacts and versioning',
  intro: 'What has to be kept so that a result can be had again, and how to go back to what ran before.',
  stage: 'launch',
  fields: {
    items: list(
      'Artifacts',
      {
        kind: choice('Artifact', artifactKinds, { needed: true }),
        where: text('Where it is kept', { tier: 'core' }),
        idScheme: choice('Known by', idSchemes, { tier: 'core' }),
        immutable: yesNo('Cannot be changed', { tier: 'core' }),
        retention: duration('Kept for'),
        owner: person('Owner'),
        linkedTo: choices('Points at its', artifactKinds, { tier: 'core' }),
      },
      {
        itemNoun: 'artifact',
        needed: true,
        summary: ['kind', 'where', 'idScheme', 'immutable', 'retention', 'owner'],
        group: 'What is kept',
      },
    ),
    registry: text('Registry', { group: 'What is kept' }),
    reproducibility: choice(
      'What training again gives',
      {
        bitwise: 'The same bytes',
        statistical: 'The same quality, within noise',
        none: 'Nothing is promised',
      },
      { tier: 'core', group: 'What is kept' },
    ),
    promotionGate: markdown('What a model must pass to go live', { tier: 'core', group: 'Forward and back' }),
    rollback: group(
      'Going back',
      {
        keptVersions: integer('Versions that are kept', { unit: 'versions' }),
        timeToRollBack: duration('Time to go back'),
        tested: yesNo('Tried out'),
      },
      { tier: 'core', group: 'Forward and back' },
    ),
    deletionConflict: markdown('When someone’s data must be deleted', { group: 'Deletion' }),
  },
});
