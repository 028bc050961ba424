'use client';

import { latePart } from '#components/forms/late.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { unsettledOf } from '#lib/client/kept-ops.ts';
import { paths } from '#lib/paths.ts';
import { useDurable, useKeptOps, useWorksheet } from './worksheet-context.ts';

const UnsettledList = latePart(async () => (await import('./unsettled-list.tsx')).UnsettledList);
const SaveNotice = latePart(async () => (await import('./save-notice.tsx')).SaveNotice);

/** What stands in the way of editing, and edits that need their author. */
export function ProjectNotices() {
  const { facts } = useWorksheet();
  const unsettled = unsettledOf(useKeptOps(), facts.address);
  const durable = useDurable();
  return (
    <div className="screen-only">
      {facts.locked === null ? null : (
        <Banner
          action={
            facts.archived ? (
              <LinkButton as={AppLink} size="compact" href={paths.projectSettings(facts.address)}>
                Settings
              </LinkButton>
            ) : null
          }
        >
          {facts.locked}
        </Banner>
      )}
      {facts.locked === null && durable === false ? (
        <Banner tone="warning" live>
          This browser does not let Plumbline keep unsent edits. Keep this tab open until ‘Saved’ stands above.
        </Banner>
      ) : null}
      <UnsettledList unsettled={unsettled} />
      <SaveNotice />
    </div>
  );
}
