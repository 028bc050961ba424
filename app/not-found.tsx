import type { Metadata } from 'next';

import { LinkButton } from '#components/ui/button.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { MessagePage } from '#components/workspaces/message-page.tsx';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <MessagePage
      title="Nothing here"
      action={
        <LinkButton as={AppLink} href={paths.root()}>
          Go home
        </LinkButton>
      }
    >
      There is no page at this address, or it is not open to you. Someone in the workspace may have to let you in.
    </MessagePage>
  );
}
