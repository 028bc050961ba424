import { KeptNotice } from '#components/worksheets/kept-notice.tsx';

import { HomeLink } from './home-link.tsx';
import { MessagePage } from './message-page.tsx';

/** What does not exist and what is closed to the reader look the same: the difference would tell too much. */
export function NothingHere() {
  return (
    <MessagePage title="Nothing here" action={<HomeLink />} below={<KeptNotice />}>
      There is no page at this address, or it is not open to you. Someone in the workspace may have to let you in.
    </MessagePage>
  );
}
