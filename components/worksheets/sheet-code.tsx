import type { ReactNode } from 'react';
import { WithListCode } from '#components/forms/list-code.tsx';
import type { Fields } from '#lib/domain/worksheets/definition.ts';

interface SheetCodeProps {
  /** What the sheet shows. */
  readonly fields: Fields;
  readonly children: ReactNode;
}

/** The server decides which code a sheet comes with: that of lists is long, and many sheets have none. */
export function SheetCode({ fields, children }: SheetCodeProps) {
  return holdsList(fields) ? <WithListCode>{children}</WithListCode> : children;
}

function holdsList(fields: Fields): boolean {
  return Object.values(fields).some(
    (field) => field.kind === 'list' || (field.kind === 'group' && holdsList(field.fields)),
  );
}
