'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Sending } from '#lib/client/send-image.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { isCurrency } from '#lib/domain/quantities/money.ts';
import type { QuantityReading } from '#lib/domain/quantities/reading.ts';
import type { QuantityKind } from '#lib/domain/worksheets/definition.ts';
import { readQuantity } from '#lib/domain/worksheets/read-quantity.ts';

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
  /** Why nothing can be changed here; null when it can. */
  readonly locked: string | null;
  /** Names to suggest where a person is asked for. */
  readonly people: readonly string[];
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

/** How a quantity field understands a text, in the currency that the worksheet counts in. */
export function useReadQuantity(field: QuantityKind): (text: string) => QuantityReading {
  const code = useDraftValue('business.currency');
  const currency = typeof code === 'string' && isCurrency(code) ? code : undefined;
  return (text) => readQuantity(field, text, { currency });
}
