import { LinkButton } from '#components/ui/button.tsx';
import { paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';
import { MessagePage } from './message-page.tsx';

/** A page that exists but is not for this person: the reason says whose it is. */
export function NoRight({ reason }: { reason: string }) {
  return (
    <MessagePage
      title="Not yours to open"
      action={
        <LinkButton as={AppLink} href={paths.home()}>
          Go home
        </LinkButton>
      }
    >
      {reason}
    </MessagePage>
  );
}
