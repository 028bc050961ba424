import { LinkButton } from '#components/ui/button.tsx';
import { paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';

export function HomeLink() {
  return (
    <LinkButton as={AppLink} href={paths.root()}>
      Go home
    </LinkButton>
  );
}
