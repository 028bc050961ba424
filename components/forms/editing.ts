'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Sending } from '#lib/client/send-image.ts';
import type { TrialSpot } from '#lib/client/shown-trial.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import type { QuantityReading } from '#lib/domain/quantities/reading.ts';
import type { QuantityKind } from '#lib/domain/worksheets/definition.ts';
import { quantityReader } from './typed-quantity.ts';

/** The field that says which currency the worksheet counts in. */
export const CURRENCY = 'business.currency';

export interface TypedForTrial {
  readonly text: () => string;
  readonly stood: Json | undefined;
}

/** What the fields of a form can do to the worksheet they stand on. */
export interface Editing {
  readonly subscribe: (listener: () => void) => () => void;
  readonly valueAt: (path: string) => Json | undefined;
  /** Null makes the field blank. */
  readonly set: (path: string, value: Json | null) => void;
  readonly insert: (list: string, value: JsonObject, after: string | null) => void;
  readonly remove: (path: string) => void;
  readonly move: (path: string, after: string | null) => void;
  /** The field was left: what was typed is sent, and new findings about it may appear. */
  readonly leave: () => void;
  /** What is tried at the moment without being saved. */
  readonly trial: TrialSpot;
  /**
   * Tries a value in a quantity field: what stands there, or what was typed into its box since it held `stood`, which is
   * taken back. The cursor goes into the box with this id. False where the means to try cannot be fetched.
   */
  readonly tryValue: (path: string, boxId: string, typed?: TypedForTrial) => Promise<boolean>;
  /** Why nothing can be changed here; null when it can. */
  readonly locked: string | null;
  /** Names to suggest where a person is asked for. */
  readonly people: readonly string[];
  /** Who finds out what is not known yet at a path, unless somebody else is named: the owner of the section. */
  readonly finderOf: (path: string) => string | null;
  /** Plain date, in the zone of the workspace. */
  readonly today: string;
  /** Those of the project whose name or mail address holds the text. */
  readonly findPeople: (text: string) => Promise<readonly PersonChoice[]>;
  /** Hands a question to somebody. It needs the server, so that it never waits in the outbox. */
  readonly ask: (path: string, question: HandedQuestion) => Promise<void>;
  /** The address of one question alone. */
  readonly questionHref: (path: string) => string;
  /** Keeps an image for the texts of the project. @returns the name by which a text shows it */
  readonly sendImage: (image: Blob, sending: Sending) => Promise<string>;
  /** The page of an item, by its path. */
  readonly itemHref: (path: string) => string;
  /** Leads to the page of an item, into the box of one of its fields. */
  readonly openOnItemPage: (path: string) => void;
  /** Labels of the fields that refer to the item. */
  readonly referrers: (path: string) => Promise<readonly string[]>;
  /** Says that an item is gone, with a way back. */
  readonly announceRemoval: (text: string) => void;
  /** Says that something was done, with a way back where there is one. */
  readonly announce: (text: string, undo?: () => void) => void;
}

/** Somebody to choose. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** Whether they may write the worksheet, and so answer in it. */
  readonly writes: boolean;
}

export interface HandedQuestion {
  readonly person: string;
  /** Plain date. */
  readonly by: string | undefined;
  readonly note: string | undefined;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('A field stands outside of a worksheet');
  return editing;
}

/** The draft value at a path; the component renders again only when that value changes. */
export function useDraftValue(path: string): Json | undefined {
  const editing = useEditing();
  const read = () => editing.valueAt(path);
  return useSyncExternalStore(editing.subscribe, read, read);
}

/** Whether a value is tried in this field; without a path, whether one is tried anywhere. */
export function useTrying(path?: string): boolean {
  const { trial } = useEditing();
  const read = () => trial.shown !== null && (path === undefined || trial.shown.path === path);
  return useSyncExternalStore(trial.subscribe, read, read);
}

/** How a quantity field understands a text, in the currency that the worksheet counts in. */
export function useReadQuantity(field: QuantityKind): (text: string) => QuantityReading {
  return quantityReader(field, useDraftValue(CURRENCY));
}
