import { describe, expect, it } from 'vitest';
import { list, person, quantity, reference, text, yesNo } from '#lib/domain/worksheets/definition.ts';
import { draftValueAt } from '#lib/domain/worksheets/paths.ts';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import type { Field, Fields, ListField } from '#lib/domain/worksheets/definition.ts';
import { readExample } from '#test/example-worksheet.ts';
import { gridColumns, type GridColumn } from './grid-columns.ts';
import { headingOf } from './item-words.ts';
import { listItems } from './list-items.ts';

const nothing = () => undefined;
const numberIn = (column: GridColumn | undefined, prefix: RegExp) => Number(prefix.exec(column?.size ?? '')?.[1]);
const leastOf = (column: GridColumn | undefined) => numberIn(column, /basis-(\d+)/);
const growOf = (column: GridColumn | undefined) => numberIn(column, /grow-(\d+)/);
/** In rem; NaN for a column that always stands there. */
const hiddenBelow = (column: GridColumn | undefined) => numberIn(column, /@max-\[(\d+)rem\]:hidden/);
const items = (...values: Record<string, string>[]) =>
  values.map((value, index) => ({ id: `x${index}`, value: { id: `x${index}`, ...value } }));

const monitors = list(
  'Monitors',
  {
    what: text('Watches'),
    metric: reference('Metric', 'metric'),
    bound: quantity('Alarm', 'measure'),
    action: text('What happens then'),
    owner: person('Owner'),
  },
  { itemNoun: 'monitor' },
);

describe('gridColumns', () => {
  it('gives what is left to the columns that lack most', () => {
    const columns = gridColumns(
      monitors,
      items({ what: 'Errors', action: 'Call the platform on duty, and let the rules decide', owner: 'Dana' }),
      nothing,
    );
    const [what, , bound, action, owner] = columns;
    expect(growOf(action)).toBeGreaterThan(4 * growOf(owner));
    expect([growOf(what), growOf(bound)]).toEqual([1, 1]);
  });

  it('reads a reference by the name of what is referred to', () => {
    const metrics = [{ id: 'm1', name: 'Orders given up after a hold' }];
    const valueAt = (path: string) => (path === 'metrics.items' ? metrics : undefined);
    const [, named] = gridColumns(monitors, items({ metric: 'm1' }), valueAt);
    const [, unnamed] = gridColumns(monitors, items({ metric: 'm1' }), nothing);
    expect(growOf(named)).toBeGreaterThan(growOf(unnamed));
  });

  it('makes room for the longest number, and none for an answer in words', () => {
    const widthWith = (bound: string) => leastOf(gridColumns(monitors, items({ bound }), nothing)[2]);
    expect(widthWith('2,500,000 a day')).toBeGreaterThan(widthWith('0.2'));
    const unknown = [{ id: 'x', value: { id: 'x', bound: { unknown: { who: 'Somebody with a long name' } } } }];
    expect(leastOf(gridColumns(monitors, unknown, nothing)[2])).toBe(widthWith('0.2'));
  });

  it('is wide enough for each word of its heading, which may be shorter than the label', () => {
    const waits = yesNo('Does the sender wait for the acknowledgement', { heading: 'Sender waits' });
    expect(headingOf(waits)).toBe('Sender waits');
    const widths = [waits, yesNo('Does the sender wait for the acknowledgement')].map((field) =>
      leastOf(gridColumns(list('Edges', { field }, { itemNoun: 'edge' }), [], nothing)[0]),
    );
    expect(widths[0]).toBeLessThan(widths[1] ?? 0);
  });
});

describe('the lists of every section, as the examples fill them', () => {
  const listsIn = (fields: Fields, at: string): { path: string; field: ListField }[] =>
    Object.entries(fields).flatMap(([key, field]: [string, Field]) => {
      const path = `${at}.${key}`;
      if (field.kind === 'list') return [{ path, field }];
      return field.kind === 'group' ? listsIn(field.fields, path) : [];
    });
  const lists = sections.flatMap(({ key, fields }) => listsIn(fields, key));

  it.each(['card-fraud', 'ticket-routing', 'hospital-bills', 'feed-ranking'])('%s', (id) => {
    const { draft } = readExample(id);
    const valueAt = (path: string) => draftValueAt(draft, path);
    expect(lists.length).toBeGreaterThan(30);
    for (const { path, field } of lists) {
      // In quarters of a rem; the last cell has 13.
      let together = 13;
      for (const column of gridColumns(field, listItems(valueAt(path)), valueAt)) {
        together += leastOf(column);
        const isName = column.key === field.nameField;
        const shownFrom = 4 * hiddenBelow(column);
        // Only where all of them have their least width is a column shown.
        if (!isName) expect({ path, key: column.key, fits: shownFrom >= together }).toMatchObject({ fits: true });
        else expect(shownFrom).toBeNaN();
      }
      // A sheet on a window of 1440 px has 46 rem for a list.
      expect({ path, together: together / 4 < 46 }).toMatchObject({ path, together: true });
    }
  });
});
