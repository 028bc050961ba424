'use client';

import { useRef, type KeyboardEvent } from 'react';
import type { DateField, LinkField, MarkdownField, PersonField, TextField } from '#lib/domain/worksheets/definition.ts';
import { limits } from '#lib/domain/limits.ts';
import { readLeaf } from '#lib/domain/worksheets/read-leaf.ts';
import { boxText } from './answer-state.ts';
import { useDraftValue, useEditing } from './editing.ts';

export type LineField = TextField | MarkdownField | PersonField | LinkField | DateField;

/** One line of a field: what stands there, and how it is written and, in a cell, given its old value back. */
export function useLine(field: LineField, path: string, cell: boolean) {
  const editing = useEditing();
  const value = boxText(useDraftValue(path));
  const before = useRef<string | null>(null);
  const write = (typed: string) => {
    const text = typed.replaceAll(/\s*\n\s*/g, ' ');
    if (text === '') editing.set(path, null);
    else editing.set(path, readLeaf(field, text).state === 'unreadable' ? { unreadable: text } : text);
  };
  return {
    value,
    limit: longest(field),
    write,
    onFocus: () => {
      before.current = value;
    },
    onBlur: editing.leave,
    onKeyDown: (event: KeyboardEvent) => {
      const old = before.current;
      if (event.key === 'Escape' && cell && old !== null && old !== value) write(old);
      else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
    },
    readOnly: editing.locked !== null,
  };
}

function longest(field: LineField): number {
  if (field.kind === 'text' || field.kind === 'markdown') return field.maxLength;
  return field.kind === 'link' ? limits.linkLength : limits.lineLength;
}
