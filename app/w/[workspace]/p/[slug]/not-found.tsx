import { LinkButton } from '#components/ui/button.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { MessagePage } from '#components/workspaces/message-page.tsx';
import { KeptNotice } from '#components/worksheets/kept-notice.tsx';
import { paths } from '#lib/paths.ts';

export default function ProjectNotFound() {
  return (
    <MessagePage
      title="Not found"
      action={
        <LinkButton as={AppLink} href={paths.home()}>
          Go home
        </LinkButton>
      }
      below={<KeptNotice />}
    >
      This project has no such page, or you may not see it.
    </MessagePage>
  );
}
