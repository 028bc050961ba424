import { type ClipboardEvent, useEffect, useRef } from 'react';

import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { FieldError } from '#components/ui/field-frame.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { limits } from '#lib/domain/limits.ts';
import { formatByteSize } from '#lib/domain/quantities/byte-size.ts';

import { ChooseRows } from './choose-rows.tsx';
import { COLUMNS, TABLE, type TablePreview as Preview } from './table-keys.ts';
import { TablePreview } from './table-preview.tsx';
import type { CalculatorView, Texts } from './view.ts';

interface TableBoxProps {
  readonly table: NonNullable<CalculatorView['table']>;
  readonly texts: Texts;
  /** In place of the rows in the box, which come back when it goes. */
  readonly file: File | null;
  /** A file is held over the page. */
  readonly isOver: boolean;
  readonly problem: string | undefined;
  readonly preview: Preview | null;
  /** What is shown of the rows is of these, and not of those before. */
  readonly isCurrent: boolean;
  readonly onChange: (key: string, text: string) => void;
  readonly onFile: (file: File | null) => void;
}

/** Where rows are pasted or a file of them is chosen, with what was understood of them. */
export function TableBox(props: TableBoxProps) {
  const { table, texts, file, isOver, problem, preview, isCurrent, onChange, onFile } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const wasRemoved = useRef(false);
  useEffect(() => {
    // The button that the cursor was on has gone.
    if (wasRemoved.current) area.current?.focus();
    wasRemoved.current = false;
  });

  return (
    <div className="flex flex-col gap-4">
      <div
        className={classNames(
          'flex max-w-measure flex-col gap-2',
          isOver && 'outline-2 outline-offset-4 outline-accent outline-dashed',
        )}
      >
        {file === null ? (
          <TextArea
            ref={area}
            name={TABLE}
            label={table.label}
            hint={table.hint}
            error={problem}
            rows={6}
            spellCheck={false}
            value={texts[TABLE] ?? ''}
            onPaste={(event) => takeLargePaste(event, onFile)}
            onChange={(event) => onChange(TABLE, event.currentTarget.value)}
            className="font-code text-t-1"
          />
        ) : (
          <ChosenFile label={table.label} hint={table.hint} file={file} problem={problem} />
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <ChooseRows label={file === null ? 'Choose a file' : 'Choose another'} onChoose={onFile} />
          {file === null ? null : (
            <Button
              size="compact"
              onClick={() => {
                wasRemoved.current = true;
                onFile(null);
              }}
            >
              Remove
            </Button>
          )}
          <p className="min-w-0 flex-1 basis-48 text-t-1 text-ink-2">
            {file === null ? 'Or drop one here. ' : ''}It is read in this browser and sent nowhere; a million rows are
            no problem.
          </p>
        </div>
      </div>
      <div className="max-w-measure">
        <TextField
          name={COLUMNS}
          label="Columns of another name"
          hint="Such as item=unit, label=rating."
          optional
          value={texts[COLUMNS] ?? ''}
          onChange={(event) => onChange(COLUMNS, event.currentTarget.value)}
        />
      </div>
      {preview ? <TablePreview preview={preview} isCurrent={isCurrent} /> : null}
    </div>
  );
}

interface ChosenFileProps {
  readonly label: string;
  readonly hint: string;
  readonly file: File;
  readonly problem: string | undefined;
}

function ChosenFile({ label, hint, file, problem }: ChosenFileProps) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-t-1 font-semibold">{label}</p>
      <p className="text-t-1 text-ink-2">{hint}</p>
      <p className="rounded-control border border-edge bg-sheet px-2 py-1.5">
        <span className="wrap-anywhere">{file.name}</span>{' '}
        <span className="whitespace-nowrap text-ink-2">{formatByteSize(file.size, 'sentence')}</span>
      </p>
      <FieldError id={TABLE} error={problem} />
    </div>
  );
}

/** A box of a million rows would hold the page up at every key: they are kept beside it. */
function takeLargePaste(event: ClipboardEvent, onFile: (file: File) => void): void {
  const text = event.clipboardData.getData('text/plain');
  if (text.length <= limits.pastedCharacters) return;
  event.preventDefault();
  onFile(new File([text], 'Pasted rows', { type: 'text/csv' }));
}
