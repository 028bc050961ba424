'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAction } from '#components/forms/use-action.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { missing, textOf } from '#components/forms/form-values.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain, PageSection } from '#components/ui/page-main.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';
import type { Ability, ProjectAbilities } from '#lib/domain/access/can.ts';
import { limits } from '#lib/domain/limits.ts';
import { paths } from '#lib/paths.ts';
import { DeleteProject } from './delete-project.tsx';
import { OwnerTable } from './owner-table.tsx';
import { NamedPeople, type Person } from './named-people.tsx';

interface ProjectSettingsProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly project: {
    readonly title: string;
    readonly slug: string;
    readonly visibility: 'workspace' | 'members';
    readonly archivedAt: Date | null;
    readonly can: ProjectAbilities;
  };
  readonly named: readonly Person[];
  readonly members: readonly Person[];
}

/** Title, address, who sees it, and the ways out. */
export function ProjectSettings({ at, project, named, members }: ProjectSettingsProps) {
  const { can } = project;
  return (
    <PageMain width="measure">
      <PageHeading title="Settings" />
      <PageSection title="Title and visibility">
        <GeneralForm at={at} project={project} />
      </PageSection>
      <PageSection
        title="People"
        lead={
          project.visibility === 'workspace'
            ? 'Everyone in the workspace sees this project. People named here keep seeing it when it is closed to the rest.'
            : 'Only the people named here, and the admins of the workspace, see this project.'
        }
      >
        <NamedPeople at={at} named={named} members={members} lockedBecause={reason(can['project.share'])} />
      </PageSection>
      <PageSection
        title={<span id="owners">Section owners</span>}
        lead="Whoever answers for a section finds out what is not known yet in it, unless somebody else is named."
      >
        <OwnerTable />
      </PageSection>
      <PageSection title="Put aside">
        <PutAside at={at} project={project} />
      </PageSection>
    </PageMain>
  );
}

function GeneralForm({ at, project }: Pick<ProjectSettingsProps, 'at' | 'project'>) {
  const router = useRouter();
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => missing(data, { title: 'Give a title.', slug: 'Give an address.' }),
    send: async (data) => {
      const visibility = data.get('visibility') === 'members' ? 'members' : 'workspace';
      const { slug } = await api.projects.update({
        ...at,
        title: textOf(data, 'title'),
        slug: textOf(data, 'slug'),
        visibility,
      });
      if (slug === at.project) router.refresh();
      else location.assign(paths.projectSettings({ ...at, project: slug }));
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex max-w-form flex-col gap-6">
      <FormErrors errors={errors} />
      <TextField
        name="title"
        label="Title"
        defaultValue={project.title}
        maxLength={limits.titleLength}
        error={errorOf('title')}
      />
      <TextField
        name="slug"
        label="Address"
        hint="The last part of the project’s address. The former one keeps leading here."
        defaultValue={project.slug}
        maxLength={32}
        spellCheck={false}
        error={errorOf('slug')}
      />
      <RadioGroup
        name="visibility"
        label="Who sees it"
        defaultValue={project.visibility}
        choices={[
          { value: 'workspace', label: 'Everyone in the workspace' },
          { value: 'members', label: 'Only people named on it' },
        ]}
      />
      <Button
        type="submit"
        look="primary"
        className="self-start"
        pending={pending}
        disabledReason={reason(project.can['project.update'])}
      >
        Save
      </Button>
    </form>
  );
}

function PutAside({ at, project }: Pick<ProjectSettingsProps, 'at' | 'project'>) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const [deleting, setDeleting] = useState(false);
  const archived = project.archivedAt !== null;
  const mayArchive = reason(project.can['project.archive']);
  return (
    <div className="flex flex-col gap-4">
      {failure === null ? null : (
        <Banner tone="error" live>
          {failure}
        </Banner>
      )}
      <p className="text-ink-2">
        {archived
          ? 'This project is archived: it can be read and exported, not edited.'
          : 'An archived project can be read and exported, not edited, until it is restored.'}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          pending={running === 'archive'}
          disabledReason={mayArchive}
          onClick={() =>
            run('archive', async () => {
              await (archived ? api.projects.restore(at) : api.projects.archive(at));
              router.refresh();
            })
          }
        >
          {archived ? 'Restore' : 'Archive'}
        </Button>
        <Button look="danger" disabledReason={reason(project.can['project.delete'])} onClick={() => setDeleting(true)}>
          Delete
        </Button>
      </div>
      <DeleteProject at={at} title={project.title} open={deleting} onClose={() => setDeleting(false)} />
    </div>
  );
}

function reason(ability: Ability): string | undefined {
  return ability === true ? undefined : ability;
}
