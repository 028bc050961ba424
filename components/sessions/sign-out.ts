import { paths } from '#lib/paths.ts';

import { authCall } from './auth-call.ts';

/** Ends this browser's session and leaves with a whole page load, so that nothing of the account stays in memory. */
export async function signOut(): Promise<void> {
  await authCall('signout', { callbackUrl: paths.signIn() });
  location.assign(paths.signIn());
}
