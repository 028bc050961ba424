import { roles } from '#lib/domain/access/roles.ts';

import { ROLE_NAMES, ROLE_SENTENCES } from './role-words.ts';

export function RoleList() {
  return (
    <dl className="grid max-w-measure gap-x-6 sm:grid-cols-[8rem_1fr] sm:gap-y-2">
      {roles.map((role) => (
        <div key={role} className="contents">
          <dt className="font-semibold">{ROLE_NAMES[role]}</dt>
          <dd className="text-ink-2 max-sm:mb-3">{ROLE_SENTENCES[role]}</dd>
        </div>
      ))}
    </dl>
  );
}
