'use client';

import { useEffect, useState } from 'react';
import { useEditing } from '#components/forms/editing.ts';

/** Who refers to an item; said once it is known. */
export function UsedBy({ path }: { readonly path: string }) {
  const editing = useEditing();
  const [referrers, setReferrers] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let wanted = true;
    editing.referrers(path).then(
      (found) => {
        if (wanted) setReferrers(found);
      },
      // Without a connection it may not be known yet.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [editing, path]);
  if (referrers === null) return <span />;
  return <span>{referrers.length === 0 ? 'Nothing refers to it.' : `Used by: ${referrers.join('; ')}`}</span>;
}
