import { Mail } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SearchBox } from './search-box.tsx';
import { Trail } from './trail.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';
import { Wordmark } from './wordmark.tsx';

export interface FrameWorkspace {
  readonly slug: string;
  readonly name: string;
}

export interface FramePerson {
  readonly name: string;
  readonly email: string;
  /** How much stands in the inbox that was not seen. */
  readonly unseen: number;
}

interface FrameProps {
  /** Absent on pages that belong to no workspace, such as home and the account. */
  readonly workspace?: FrameWorkspace | undefined;
  /** All that the person may go to. */
  readonly workspaces?: readonly FrameWorkspace[];
  /** Absent for visitors of the pages that need no account. */
  readonly person?: FramePerson | undefined;
  readonly children: ReactNode;
}

/** The top bar of every page inside the product; what follows it brings its own main landmark. */
export function Frame({ workspace, workspaces = [], person, children }: FrameProps) {
  return (
    <>
      <header className="screen-only sticky top-0 z-10 flex h-12 items-center gap-2 border-b border-hairline bg-page px-2 sm:gap-4 sm:px-4">
        {workspace ? (
          <>
            <WorkspaceMenu current={workspace} workspaces={workspaces} />
            <Trail workspace={workspace.slug} />
          </>
        ) : (
          <>
            <AppLink href={person ? paths.home() : paths.root()} className="px-2" aria-label="Plumbline, home">
              <Wordmark compact />
            </AppLink>
            {/* Where there is little room, the account's menu has them. */}
            <nav
              aria-label="Reference"
              className={classNames('flex gap-3 text-ink-2 sm:gap-4', person !== undefined && 'max-sm:hidden')}
            >
              <AppLink href={paths.calculators()} className="hover:text-accent">
                Calculators
              </AppLink>
              <AppLink href={paths.rules()} className="hover:text-accent">
                Rules
              </AppLink>
              <AppLink href={paths.handbook()} className="hover:text-accent">
                Handbook
              </AppLink>
            </nav>
          </>
        )}
        <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-3">
          {person ? (
            <>
              <SearchBox
                action={workspace ? paths.workspaceSearch({ workspace: workspace.slug }) : paths.search()}
                workspace={workspace && { slug: workspace.slug, name: workspace.name }}
                workspaces={workspaces.map(({ slug, name }) => ({ slug, name }))}
              />
              <AppLink
                href={paths.inbox()}
                aria-label={person.unseen === 0 ? 'Inbox' : `Inbox, ${person.unseen} new`}
                className="touch-target flex items-center gap-1 px-1 text-ink-2 hover:text-accent"
              >
                <Icon of={Mail} />
                {person.unseen === 0 ? null : (
                  <span className="text-t-1 font-semibold text-accent">
                    {person.unseen > 99 ? '99+' : person.unseen}
                  </span>
                )}
              </AppLink>
              <PersonMenu person={person} />
            </>
          ) : (
            <AppLink href={paths.signIn()} className="px-2 font-semibold text-accent hover:text-accent-hover">
              Sign in
            </AppLink>
          )}
        </div>
      </header>
      {children}
    </>
  );
}
