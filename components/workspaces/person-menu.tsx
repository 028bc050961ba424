'use client';

import { Menu } from '#components/ui/menu.tsx';
import { signOut } from '#components/sessions/sign-out.ts';
import { paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';
import type { FramePerson } from './frame.tsx';
import { initialsOf } from './initials-of.ts';

export function PersonMenu({ person }: { person: FramePerson }) {
  return (
    <Menu
      as={AppLink}
      align="end"
      size="compact"
      // Who speaks to the computer says what stands there.
      label={`${initialsOf(person.name)}, account of ${person.name}`}
      className="border-edge! text-ink!"
      trigger={initialsOf(person.name)}
      items={[
        {
          label: (
            <>
              Account
              <span className="text-t-1 font-normal text-ink-2">{person.email}</span>
            </>
          ),
          text: 'Account',
          href: paths.account(),
        },
        { label: 'Home', href: paths.home() },
        { label: 'Inbox', href: paths.inbox() },
        { label: 'Calculators', href: paths.calculators() },
        { label: 'Rules', href: paths.rules() },
        { label: 'Handbook', href: paths.handbook() },
        { label: 'Sign out', onSelect: () => void signOut() },
      ]}
    />
  );
}
