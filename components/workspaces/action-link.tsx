import type { ReactNode } from 'react';

import type { ButtonLook } from '#components/ui/button-look.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';

import { AppLink } from './app-link.tsx';

interface ActionLinkProps {
  readonly href: string;
  /** `true`, or why not: then it stays in place, disabled, and says so. */
  readonly can: true | string;
  readonly look?: ButtonLook;
  readonly children: ReactNode;
}

/** A way to a page where something is done, for those who may do it. */
export function ActionLink({ href, can, look = 'secondary', children }: ActionLinkProps) {
  if (can !== true) {
    return (
      <Button look={look} disabledReason={can}>
        {children}
      </Button>
    );
  }
  return (
    <LinkButton as={AppLink} look={look} href={href}>
      {children}
    </LinkButton>
  );
}
