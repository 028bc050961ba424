'use client';

import { useState } from 'react';
import type { Row } from './decision-from-form.ts';

interface Rows {
  readonly rows: readonly Row[];
  readonly add: () => void;
  readonly remove: (key: string) => void;
}

/** The rows of a form: those of what it is filled from, then blank ones. */
export function useRows(given: readonly { readonly id: string }[] = [], blank: number): Rows {
  const [{ rows }, set] = useState(() => ({
    rows: [...given.map(({ id }): Row => ({ key: id, id })), ...Array.from({ length: blank }, (_, at) => newRow(at))],
    made: blank,
  }));
  return {
    rows,
    add: () => set((state) => ({ rows: [...state.rows, newRow(state.made)], made: state.made + 1 })),
    remove: (key) => set((state) => ({ ...state, rows: state.rows.filter((row) => row.key !== key) })),
  };
}

/** With a key that no id is like: ids have no capitals. */
function newRow(count: number): Row {
  return { key: `New${count + 1}`, id: null };
}
