import { formatDuration, formatDurationInWords } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import type { SourceItem, Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { from, type Derivation, type Derived } from './derivation.ts';
import { formatLayouts } from './sections/data-options.ts';
import { ageBeforeUpdate, readForEachUsed } from './source-arithmetic.ts';

/** What follows from the answers about each source. */
export function sourceValues({ data }: Worksheet): readonly Derived[] {
  return data.sources.flatMap((source) => {
    const at = (key: string) => `data.sources.${source.id}.${key}`;
    const age: Derived = {
      id: 'source-age',
      label: 'Oldest it can be',
      formula: 'time between updates + delay until it can be read',
      beside: [at('updateCadence'), at('publishDelay')],
      result: oldestAge(source, at),
    };
    if (valueOf(source.accessPattern) !== 'column-subset') return [age];
    const overhead: Derived = {
      id: 'read-overhead',
      label: 'Read for each byte used',
      formula: 'columns ÷ columns read, if all are alike in size and rows are kept together; else 1',
      beside: [at('format'), at('columnsTotal'), at('columnsRead')],
      result: readOverhead(source, at),
    };
    return [age, overhead];
  });
}

type At = (key: string) => string;

/** In ms. */
function oldestAge({ updateCadence, publishDelay }: SourceItem, at: At): Derivation {
  const inputs = [
    [at('updateCadence'), updateCadence],
    [at('publishDelay'), publishDelay],
  ] as const;
  return from(inputs, ([cadence, delay], leansOnGuess) => {
    const value = ageBeforeUpdate(cadence, delay);
    const working = `${formatDuration(cadence, 'table')} + ${formatDuration(delay, 'table')}`;
    return { state: 'value', value, shown: formatDurationInWords(value), working, leansOnGuess };
  });
}

/** A scan of a format that keeps rows reads every column; one that keeps columns reads those it is asked for. */
function readOverhead({ format, columnsTotal, columnsRead }: SourceItem, at: At): Derivation {
  const name = valueOf(format);
  if (name === undefined) return { state: 'waits', missing: [at('format')] };
  const layout = formatLayouts[name];
  if (layout === undefined) return { state: 'undefined', reason: 'That format has no columns to choose from.' };
  const inputs = [
    [at('columnsTotal'), columnsTotal],
    [at('columnsRead'), columnsRead],
  ] as const;
  return from(inputs, ([total, read], leansOnGuess) => {
    const value = readForEachUsed(total, read);
    if (value === null) {
      return { state: 'undefined', reason: 'At least one column is read, and no more than there are.' };
    }
    if (layout === 'column') {
      return { state: 'value', value: 1, shown: '1 byte', working: 'columns are kept together', leansOnGuess: false };
    }
    const working = `${formatNumber(total, 'table')} ÷ ${formatNumber(read, 'table')}`;
    return { state: 'value', value, shown: `${formatNumber(value, 'sentence')} bytes`, working, leansOnGuess };
  });
}
