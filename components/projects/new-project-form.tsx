'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { missing, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';
import type { FileProblem } from '#lib/domain/worksheets/file.ts';
import { paths } from '#lib/paths.ts';

import { FileDoor } from './file-door.tsx';
import { FileProblems } from './file-problems.tsx';
import { problemsOf, type ChosenFile, type WorksheetFile } from './worksheet-file.ts';

interface NewProjectFormProps {
  readonly workspace: string;
  readonly examples: readonly { readonly id: string; readonly title: string }[];
  /** Path of the question that writing an empty worksheet begins with: its name is known by then. */
  readonly firstQuestion: string;
}

type Door = 'blank' | 'file' | `example:${string}`;

/** Three doors: an empty worksheet, one that exists as a file, or an example to look at and to change. */
export function NewProjectForm({ workspace, examples, firstQuestion }: NewProjectFormProps) {
  const router = useRouter();
  const [door, setDoor] = useState<Door>('blank');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);

  const { errors, errorOf, pending, onSubmit } = useSubmit({
    fields: { data: 'file' },
    validate: (data) => {
      if (door === 'blank') return missing(data, { title: 'Name the project.' });
      return door === 'file' && file === null ? [{ field: 'file', message: 'Choose a file.' }] : [];
    },
    send: async (data) => {
      const visibility = textOf(data, 'visibility') === 'members' ? 'members' : 'workspace';
      if (door === 'blank') {
        const { slug } = await api.projects.create({ workspace, title: textOf(data, 'title'), visibility });
        const [section = ''] = firstQuestion.split('.');
        router.push(paths.write({ workspace, project: slug, section, field: firstQuestion }));
        return;
      }
      const source = door === 'file' ? file : await exampleFile(door.slice('example:'.length));
      if (source === null) return;
      if (source.kind === 'project') {
        const { slug } = await api.projects.bringIn({ workspace, data: source.data, visibility });
        router.push(paths.document({ workspace, project: slug }));
        return;
      }
      const { title, problems: found } = await problemsOf(source);
      setProblems(found);
      if (found.length > 0) return;
      const { text, kind } = source;
      const { slug } = await api.projects.create({ workspace, title, visibility, file: { text, kind } });
      router.push(paths.document({ workspace, project: slug }));
    },
  });

  function choose(next: Door) {
    setDoor(next);
    setProblems([]);
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex max-w-measure flex-col gap-8">
      <FormErrors errors={errors} />
      <RadioGroup
        label="Begin with"
        name="door"
        value={door}
        onChange={(event) => choose(doorFrom(event.currentTarget.value))}
        choices={[
          { value: 'blank', label: 'An empty worksheet', hint: 'Answer what you know; what is blank is not wrong.' },
          {
            value: 'file',
            label: 'A Plumbline file',
            hint: 'A worksheet as YAML or JSON, or a whole project, as exported.',
          },
          ...examples.map(({ id, title }) => ({
            value: `example:${id}`,
            label: `The example “${title}”`,
            hint: 'A filled worksheet of your own, to look at and to change.',
          })),
        ]}
      />
      {door === 'blank' ? (
        <TextField name="title" label="Name of the project" maxLength={120} error={errorOf('title')} />
      ) : null}
      {door === 'file' ? (
        <FileDoor
          error={errorOf('file')}
          onChoose={(chosen) => {
            setFile(chosen);
            setProblems([]);
          }}
        />
      ) : null}
      <FileProblems name={file?.name ?? 'the file'} problems={problems} />
      <RadioGroup
        label="Open to"
        name="visibility"
        defaultValue="workspace"
        choices={[
          { value: 'workspace', label: 'Everyone in the workspace' },
          { value: 'members', label: 'You, and the members you name in its settings' },
        ]}
      />
      <Button type="submit" look="primary" pending={pending} className="self-start">
        Create the project
      </Button>
    </form>
  );
}

function doorFrom(value: string): Door {
  if (value === 'file') return value;
  return value.startsWith('example:') ? `example:${value.slice('example:'.length)}` : 'blank';
}

async function exampleFile(id: string): Promise<WorksheetFile> {
  const { text, title } = await api.examples.get({ id });
  return { name: title, text, kind: 'yaml' };
}
