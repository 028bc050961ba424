'use client';

import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CheckboxField } from '#components/ui/checkbox-field.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { limits } from '#lib/domain/limits.ts';
import { useImageUpload, type Upload } from './image-upload.ts';

interface ImageDoorProps {
  readonly image: File;
  /** Puts it into the text. @returns why it could not be */
  readonly onInsert: (name: string, alternative: string) => string | null;
  readonly onCancel: () => void;
}

/** Asks what an image shows while it is on its way. Nothing stands in the text before both are there. */
export function ImageDoor({ image, onInsert, onCancel }: ImageDoorProps) {
  const title = useId();
  const [url] = useState(() => URL.createObjectURL(image));
  const { upload, tryAgain, giveUp } = useImageUpload(image);
  const [alternative, setAlternative] = useState('');
  const [decoration, setDecoration] = useState(false);
  const [problem, setProblem] = useState<string>();
  const box = useRef<HTMLInputElement>(null);

  // Whoever pastes an image is asked about it where they are.
  useEffect(() => box.current?.focus(), []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!decoration && alternative.trim() === '') {
      setProblem('Say what the image shows, or mark it as decoration.');
      box.current?.focus();
    } else if (upload.state === 'kept') {
      setProblem(onInsert(upload.name, decoration ? '' : alternative) ?? undefined);
    }
  };

  return (
    <form
      aria-labelledby={title}
      onSubmit={submit}
      noValidate
      className="my-2 flex flex-wrap gap-4 border-l-2 border-accent bg-accent-soft px-3 py-3"
    >
      {/* oxlint-disable-next-line nextjs/no-img-element -- it is on this machine */}
      <img
        src={url}
        alt=""
        onLoad={() => URL.revokeObjectURL(url)}
        onError={() => URL.revokeObjectURL(url)}
        className="h-28 w-36 bg-sheet object-contain"
      />
      <div className="flex min-w-64 flex-1 flex-col gap-2">
        <p id={title} className="font-semibold">
          An image for this text
        </p>
        {upload.state === 'refused' ? null : (
          <>
            <TextField
              ref={box}
              label="What it shows"
              hint="For those who cannot see it, and for where there is only room for words."
              error={problem}
              maxLength={limits.alternativeLength}
              value={alternative}
              disabled={decoration}
              onChange={(event) => setAlternative(event.target.value)}
            />
            <CheckboxField
              label="Decoration: the text says all that it shows"
              checked={decoration}
              onChange={(event) => setDecoration(event.target.checked)}
            />
          </>
        )}
        <UploadLine upload={upload} />
        <div className="flex flex-wrap gap-2">
          {upload.state === 'refused' ? null : (
            <Button
              type="submit"
              look="primary"
              size="compact"
              disabledReason={upload.state === 'kept' ? undefined : waitingFor[upload.state]}
            >
              Add to the text
            </Button>
          )}
          {upload.state === 'failed' ? (
            <Button size="compact" onClick={tryAgain}>
              Try again
            </Button>
          ) : null}
          <Button
            size="compact"
            onClick={() => {
              giveUp();
              onCancel();
            }}
          >
            {upload.state === 'refused' ? 'Close' : 'Cancel'}
          </Button>
        </div>
      </div>
    </form>
  );
}

const waitingFor = {
  sending: 'The image is still on its way.',
  failed: 'The image has not reached the server.',
} as const;

/** One line of fixed height: how far it is, that it is there, or what went wrong. */
function UploadLine({ upload }: { readonly upload: Upload }) {
  return (
    <div role="status" className="flex min-h-6 items-center gap-2 text-t-1 text-ink-2">
      {upload.state === 'sending' ? (
        <progress aria-label="Sending the image" value={upload.share} max={1} className="h-1.5 w-40 accent-accent" />
      ) : null}
      {upload.state === 'kept' ? 'The image is on the server.' : null}
      {upload.state === 'failed' || upload.state === 'refused' ? (
        <span className="flex items-start gap-1 text-error">
          <Mark of="error" className="mt-px" />
          {upload.reason}
        </span>
      ) : null}
    </div>
  );
}
