import { HomeLink } from './home-link.tsx';
import { MessagePage } from './message-page.tsx';

/** A page that exists but is not for this person: the reason says whose it is. */
export function NoRight({ reason }: { reason: string }) {
  return (
    <MessagePage title="Not yours to open" action={<HomeLink />}>
      {reason}
    </MessagePage>
  );
}
