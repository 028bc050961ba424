import type { Json, JsonObject } from '#lib/domain/json.ts';
import { isJsonObject, own } from '#lib/domain/json.ts';
import type { Stage } from './definition.ts';

/**
 * A worksheet as it is stored, synced and written in files: plain JSON in which an absent field is blank and a
 * quantity is kept as typed. Reading it gives a Worksheet (read-worksheet.ts).
 */
export const FORMAT = 'plumbline/v1';

/** A finding that is accepted, with a reason. */
export interface Waiver {
  /** Id of the rule: 'MET-06'. */
  readonly check: string;
  readonly path: string;
  readonly reason: string;
  readonly by: string;
  /** Plain date; good until its end. */
  readonly expires?: string;
  /** Hash of the value that the finding was about when it was accepted. */
  readonly valueHash?: string;
}

/** A calculator's result from data that stayed with the user. */
export interface Evidence {
  readonly id: string;
  readonly calculator: string;
  readonly input: JsonObject;
  /** Of the file that the input was reduced from. */
  readonly sha256?: string;
  readonly result?: JsonObject;
}

export interface DraftWorksheet {
  readonly format: typeof FORMAT;
  readonly title: string;
  /** The stage that a file claims; without one it is checked in full. */
  readonly stage?: Stage;
  readonly template?: string;
  /** Bounds of checks that a workspace changed. */
  readonly profile?: JsonObject;
  readonly sections: Readonly<Record<string, JsonObject>>;
  readonly custom?: JsonObject;
  /** What an imported document said beyond the fields, as Markdown. */
  readonly appendix?: string;
  readonly decisions?: readonly JsonObject[];
  /** What people said about it, as the file writes it (thread-schema.ts). */
  readonly threads?: readonly JsonObject[];
  readonly waivers?: readonly Waiver[];
  readonly evidence?: readonly Evidence[];
}

/**
 * Objects that stand where a value would, in any field: { unknown: { who?, by? } }, { notApplicable: reason } and
 * { unreadable: text }, each alone.
 */
export const reservedKeys = ['unknown', 'notApplicable', 'unreadable'] as const;
export type ReservedKey = (typeof reservedKeys)[number];

/** Which reserved object this is, told by its only key; undefined when it is none. */
export function reservedKey(value: Json | undefined): ReservedKey | undefined {
  if (!isJsonObject(value)) return undefined;
  const keys = Object.keys(value);
  return keys.length === 1 ? reservedKeys.find((key) => key === keys[0]) : undefined;
}

/** A quantity that rests on evidence. */
export interface Measured {
  readonly value: string | number;
  readonly evidence: string;
}

export function asMeasured(value: Json | undefined): Measured | undefined {
  if (!isJsonObject(value)) return undefined;
  const [typed, evidence] = [own(value, 'value'), own(value, 'evidence')];
  const wellFormed = Object.keys(value).length === 2 && typeof evidence === 'string';
  return wellFormed && (typeof typed === 'string' || typeof typed === 'number')
    ? { value: typed, evidence }
    : undefined;
}
