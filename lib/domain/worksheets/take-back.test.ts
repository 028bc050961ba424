import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { canonicalJson } from './hashes.ts';
import { idOf, itemsAt } from './lay-edit.ts';
import { applyOps, valueHash, type DraftSections, type Op } from './operations.ts';
import { draftValueAt } from './paths.ts';
import { takeBack, type LoggedChange } from './take-back.ts';

const start: DraftSections = {
  business: { objective: 'Cut fraud loss', currency: 'EUR' },
  framing: { classes: [{ id: 'fraud', name: 'Fraud' }, { id: 'fine', name: 'Fine' }, { id: 'other' }] },
};

const classId = fc.constantFrom('fraud', 'fine', 'other', 'fresh');
const behind = fc.option(classId, { nil: null });

/** Edits as people make them, against whatever stands there. */
type Wish = (sections: DraftSections) => Op;

const set =
  (path: string, value: Json | null): Wish =>
  (sections) => ({
    id: 'op',
    kind: 'set',
    path,
    base: valueHash(draftValueAt({ sections }, path)),
    value,
  });

const wishes: fc.Arbitrary<Wish> = fc.oneof(
  fc.constantFrom('Cut loss', 'Halve it', null).map((value) => set('business.objective', value)),
  fc.tuple(classId, fc.constantFrom('One', 'Two', null)).map(([id, value]) => set(`framing.classes.${id}.name`, value)),
  fc.constantFrom('€1', '€2', null).map((value) => set('imbalance.costMatrix.fp', value)),
  fc.constantFrom({ notApplicable: 'No.' }, null).map((value) => set('imbalance.costMatrix', value)),
  fc.tuple(classId, behind).map(([id, after]): Wish => () => ({
    id: 'op',
    kind: 'insert',
    path: 'framing.classes',
    value: { id, name: 'Added' },
    after,
  })),
  classId.map((id): Wish => (sections) => {
    const path = `framing.classes.${id}`;
    return { id: 'op', kind: 'remove', path, base: valueHash(draftValueAt({ sections }, path)) };
  }),
  fc
    .tuple(classId, behind)
    .map(([id, after]): Wish => () => ({ id: 'op', kind: 'move', path: `framing.classes.${id}`, after })),
);

function withoutEmpty(sections: DraftSections): string {
  return canonicalJson(
    Object.fromEntries(Object.entries(sections).filter(([, value]) => Object.keys(value).length > 0)),
  );
}

describe('takeBack', () => {
  it('leads from the present to every moment before, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 30 }), (made) => {
        const moments = [start];
        const log: LoggedChange[] = [];
        for (const wish of made) {
          const { sections, outcomes } = applyOps(moments.at(-1) ?? {}, [wish(moments.at(-1) ?? {})]);
          const inverse = outcomes[0]?.inverse;
          moments.push(sections);
          log.push(inverse === undefined ? {} : { inverse: { ...inverse } });
        }
        for (const [at, moment] of moments.entries()) {
          const rebuilt = takeBack(moments.at(-1) ?? {}, log.slice(at).toReversed());
          expect(withoutEmpty(rebuilt)).toBe(withoutEmpty(moment));
        }
      }),
    );
  });

  it('takes an import back as a whole', () => {
    const before = { business: { objective: 'As it was' } };
    expect(takeBack(start, [{ before }])).toEqual(before);
  });

  it('steps over what says nothing', () => {
    expect(takeBack(start, [{}, { inverse: null }, { inverse: { kind: 'set' } }])).toBe(start);
  });

  it('keeps the place of an item that comes back', () => {
    const { sections, outcomes } = applyOps(start, [
      { id: 'op', kind: 'remove', path: 'framing.classes.fine', base: valueHash({ id: 'fine', name: 'Fine' }) },
    ]);
    const rebuilt = takeBack(sections, [{ inverse: { ...outcomes[0]?.inverse } }]);
    expect(itemsAt(rebuilt, 'framing.classes').map(idOf)).toEqual(['fraud', 'fine', 'other']);
  });
});
