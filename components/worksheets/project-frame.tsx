import type { ReactNode } from 'react';
import type { Ability } from '#lib/domain/access/can.ts';
import { assess } from '#lib/client/assessment.ts';
import { sections as definedSections } from '#lib/domain/worksheets/all-sections.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { DateStyle } from '#lib/format/dates.ts';
import { todayIn } from './today-in.ts';
import { summariesOf } from './item-address.ts';
import { ProjectBar } from './project-bar.tsx';
import { ProjectNotices } from './project-notices.tsx';
import { valuesOf } from './section-values.ts';
import type { SectionOwner } from './worksheet-context.ts';
import { WorksheetProvider } from './worksheet-provider.tsx';

interface ProjectFrameProps {
  readonly project: {
    readonly slug: string;
    readonly title: string;
    readonly archivedAt: Date | null;
    readonly workspace: { readonly slug: string; readonly timeZone: string };
    readonly can: { readonly 'project.edit': Ability; readonly 'project.update': Ability };
    readonly owners: readonly ({ readonly section: string } & SectionOwner)[];
  };
  readonly worksheet: {
    readonly sections: Readonly<Record<string, { readonly value: JsonObject }>>;
    readonly rest: JsonObject;
    readonly sequence: number;
  };
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly shortcuts: boolean };
  readonly people: readonly string[];
  readonly dates: DateStyle;
  readonly children: ReactNode;
}

/** What all pages of a project stand in: the open worksheet, the project bar, and what there is to notice. */
export function ProjectFrame({ project, worksheet, person, people, dates, children }: ProjectFrameProps) {
  const sections = valuesOf(worksheet.sections);
  const { rest, sequence } = worksheet;
  const today = todayIn(project.workspace.timeZone);
  const mayEdit = project.can['project.edit'];
  const { shortcuts, ...user } = person;
  return (
    <WorksheetProvider
      facts={{
        address: { workspace: project.workspace.slug, project: project.slug },
        user: { id: user.id, name: user.name, email: user.email },
        sections: definedSections.map(({ key, title, stage }, index) => ({ key, title, stage, number: index + 1 })),
        summaries: summariesOf(definedSections),
        locked: mayEdit === true ? null : mayEdit,
        archived: project.archivedAt !== null,
        shortcuts,
        people,
        owners: Object.fromEntries(project.owners.map(({ section, ...owner }) => [section, owner])),
        today,
        dates: { locale: dates.locale, zone: dates.zone },
      }}
      first={{ server: { sections, rest, sequence }, assessment: assess(sections, { rest, today }) }}
    >
      <ProjectBar title={project.title} canRename={project.can['project.update']} />
      <ProjectNotices />
      {children}
    </WorksheetProvider>
  );
}
