import { redirect } from 'next/navigation';

import { caller } from '#lib/server/procedures/caller.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { paths } from '#lib/paths.ts';

/** The bare address leads on: to set-up on a new server, home for who is signed in, else to sign in. */
export default async function RootPage() {
  const call = await caller();
  const { needed } = await call.setup.status({});
  if (needed) redirect(paths.setUp());
  try {
    await call.account.get({});
  } catch (error) {
    if (isAppError(error) && error.code === 'unauthenticated') redirect(paths.signIn());
    throw error;
  }
  redirect(paths.home());
}
