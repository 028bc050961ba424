import { limits } from '#lib/domain/limits.ts';
import { formatByteSize, readByteSize } from '#lib/domain/quantities/byte-size.ts';
import { formatDuration, readDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { readMeasure } from '#lib/domain/quantities/measure.ts';
import { formatMoney, readMoney, type Currency } from '#lib/domain/quantities/money.ts';
import { formatPercentage, readPercentage } from '#lib/domain/quantities/percentage.ts';
import { readInteger, readNumber } from '#lib/domain/quantities/plain-number.ts';
import { formatRate, readRate } from '#lib/domain/quantities/rate.ts';
import { notUnderstood, type QuantityReading, type Source } from '#lib/domain/quantities/reading.ts';
import type { QuantityKind } from './definition.ts';

export interface QuantityContext {
  /** 'box' (the default) lets a bare number take the unit of its field; 'file' asks for the unit. */
  readonly source?: Source;
  readonly currency?: Currency | undefined;
}

/** What a quantity field understands of a text, with one line that says so. */
export function readQuantity(field: QuantityKind, text: string, context: QuantityContext = {}): QuantityReading {
  if (text.length > limits.quantityLength) {
    return notUnderstood(`A quantity takes at most ${limits.quantityLength} characters.`);
  }
  const reading = byKind(field, text, context);
  return reading.ok ? withinBounds(field, reading, context) : reading;
}

function byKind(field: QuantityKind, text: string, { source = 'box', currency }: QuantityContext): QuantityReading {
  switch (field.kind) {
    case 'number':
      return readNumber(text, field.unit);
    case 'integer':
      return readInteger(text, field.unit);
    case 'percentage':
      return readPercentage(text, source);
    case 'money':
      return readMoney(text, { currency, per: field.per });
    case 'duration':
      return readDuration(text, source, field.defaultUnit);
    case 'quantity':
      if (field.dimension === 'rate') return readRate(text, source, field.defaultPeriod);
      return field.dimension === 'bytes' ? readByteSize(text) : readMeasure(text, currency);
  }
}

function withinBounds(
  field: QuantityKind,
  reading: QuantityReading & { ok: true },
  context: QuantityContext,
): QuantityReading {
  const { min = -Infinity, max = Infinity } = field;
  if (!Number.isFinite(reading.value)) return notUnderstood('That number is too large.');
  if (reading.value >= min && reading.value <= max) return reading;
  const bound = (value: number) => formatQuantity(field, value, context.currency);
  if (max === Infinity) return notUnderstood(`It cannot be less than ${bound(min)}.`, reading.offers);
  if (min === -Infinity) return notUnderstood(`It cannot be more than ${bound(max)}.`, reading.offers);
  return notUnderstood(`It lies between ${bound(min)} and ${bound(max)}.`, reading.offers);
}

/** A canonical value of this field in words of its unit, with all digits. A measure is shown as a plain number. */
function formatQuantity(field: QuantityKind, value: number, currency?: Currency): string {
  switch (field.kind) {
    case 'percentage':
      return formatPercentage(value, 'table');
    case 'money':
      return formatMoney(value, currency, 'table');
    case 'duration':
      return formatDuration(value, 'table');
    case 'quantity':
      if (field.dimension === 'rate') return formatRate(value, 'second', 'table');
      return field.dimension === 'bytes' ? formatByteSize(value, 'table') : formatNumber(value, 'table');
    case 'number':
    case 'integer':
      return formatNumber(value, 'table');
  }
}
