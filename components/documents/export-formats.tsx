'use client';

import { useRef, useState } from 'react';
import { useAction } from '#components/forms/use-action.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { api } from '#lib/client/api.ts';
import { saveFile } from './save-file.ts';

type Profile = 'full' | 'executive';

interface ExportFormatsProps {
  readonly at: { readonly workspace: string; readonly project: string };
  /** In bytes; a PDF is only weighed when it is made. */
  readonly sizes: Readonly<Record<'markdown' | 'html', Readonly<Record<Profile, number>>>> &
    Readonly<Record<'yaml' | 'json', number>>;
}

/** Format and extent, and a button for each file. */
export function ExportFormats({ at, sizes }: ExportFormatsProps) {
  const [profile, setProfile] = useState<Profile>('full');
  const { run, running, failure } = useAction();
  const underWay = useRef<AbortController | null>(null);
  const make = (name: string, file: (signal: AbortSignal) => Promise<File>) =>
    run(name, async () => {
      const stopper = new AbortController();
      underWay.current = stopper;
      try {
        saveFile(await file(stopper.signal));
      } catch (error) {
        // Whoever stopped it knows.
        if (!stopper.signal.aborted) throw error;
      }
    });
  const files = [
    {
      name: 'pdf',
      label: 'PDF',
      about: 'To read and to print; accessible, the same bytes each time.',
      size: null,
      file: (signal: AbortSignal) => api.documents.pdf({ ...at, profile }, { signal }),
    },
    {
      name: 'html',
      label: 'HTML',
      about: 'One page that needs nothing else: to send, and to open without a connection.',
      size: sizes.html[profile],
      file: (signal: AbortSignal) => api.documents.html({ ...at, profile }, { signal }),
    },
    {
      name: 'markdown',
      label: 'Markdown',
      about: 'For a repository or a wiki.',
      size: sizes.markdown[profile],
      file: (signal: AbortSignal) => api.documents.markdown({ ...at, profile }, { signal }),
    },
    {
      name: 'yaml',
      label: 'YAML',
      about: 'The worksheet itself: check it in a pipeline, or bring it back here.',
      size: sizes.yaml,
      file: (signal: AbortSignal) => api.documents.file({ ...at, kind: 'yaml' }, { signal }),
    },
    {
      name: 'json',
      label: 'JSON',
      about: 'The same for programs.',
      size: sizes.json,
      file: (signal: AbortSignal) => api.documents.file({ ...at, kind: 'json' }, { signal }),
    },
    {
      name: 'project',
      label: 'Project',
      about: 'All in one file, its threads, decisions and history too: to keep, or to bring in elsewhere.',
      size: null,
      file: (signal: AbortSignal) => api.documents.project(at, { signal }),
    },
  ];
  return (
    <div className="flex flex-col gap-6">
      <RadioGroup
        label="How much"
        name="profile"
        value={profile}
        onChange={(event) => setProfile(event.target.value === 'executive' ? 'executive' : 'full')}
        choices={[
          {
            value: 'full',
            label: 'Everything',
            hint: 'All sections, findings, open questions and threads, decisions, evidence.',
          },
          {
            value: 'executive',
            label: 'Short',
            hint: 'What is decided on: aims, measures, findings, and a line for each decision.',
          },
        ]}
      />
      {failure === null ? null : (
        <Banner tone="error" live>
          {failure}
        </Banner>
      )}
      <ul className="border-y border-hairline">
        {files.map(({ name, label, about, size, file }) => (
          <li
            key={name}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline py-2 last:border-b-0"
          >
            <span className="w-24 font-semibold">{label}</span>
            <span className="min-w-48 flex-1 text-ink-2">
              {about}
              {size === null ? '' : ` ${shownSize(size)}`}
            </span>
            {running === name ? (
              <>
                <output className="text-t-1 text-ink-2">Being written…</output>
                <Button onClick={() => underWay.current?.abort()}>
                  Stop<span className="sr-only"> {label}</span>
                </Button>
              </>
            ) : null}
            <Button pending={running === name} onClick={() => make(name, file)}>
              Download<span className="sr-only"> {label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function shownSize(bytes: number): string {
  return bytes < 1000 ? `${bytes}\u202fbytes` : `${Math.round(bytes / 1000)}\u202fkB`;
}
