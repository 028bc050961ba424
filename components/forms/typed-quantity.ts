import type { TriedValue } from '#lib/client/trial.ts';
import type { Json } from '#lib/domain/json.ts';
import { isCurrency } from '#lib/domain/quantities/money.ts';
import type { QuantityReading } from '#lib/domain/quantities/reading.ts';
import type { QuantityKind } from '#lib/domain/worksheets/definition.ts';
import { readQuantity } from '#lib/domain/worksheets/read-quantity.ts';
import { withText } from './answer-state.ts';
import { silence, type Echo } from './control.ts';

type Read = (text: string) => QuantityReading;

/** How a quantity field understands a text, in the currency that the worksheet says. */
export function quantityReader(field: QuantityKind, code: Json | undefined): Read {
  const currency = typeof code === 'string' && isCurrency(code) ? code : undefined;
  return (text) => readQuantity(field, text, { currency });
}

/** What a text makes of a quantity field that held `current`: the same whether it is typed, or kept after a trial. */
export function typedQuantity(read: Read, text: string, current: Json | undefined): TriedValue {
  if (text.trim() === '') return { ok: true, value: null };
  const reading = read(text);
  return reading.ok ? { ok: true, value: withText(current, reading.typed) } : reading;
}

/** What was understood, in one line that says nothing that the box does not say already. */
export function echoOf(shown: string, read: Read, typing: boolean): Echo {
  if (shown.trim() === '') return silence;
  const reading = read(shown);
  const offers = reading.offers ?? [];
  if (reading.ok) return { text: reading.echo === shown.trim() ? '' : reading.echo, problem: false, offers };
  return { text: typing ? reading.problem : `${reading.problem} Kept as typed.`, problem: !typing, offers };
}
