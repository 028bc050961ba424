import { authCall } from './auth-call.ts';

export type SignInOutcome = { readonly signedIn: true } | { readonly signedIn: false; readonly error: string };

/** Tries a mail address and a password; `error` is the code that sign-in-errors.ts turns into a sentence. */
export async function signInWithPassword(email: string, password: string, next: string): Promise<SignInOutcome> {
  const url = await authCall('callback/credentials', { email, password, callbackUrl: next });
  const error = url.searchParams.get('error');
  return error === null ? { signedIn: true } : { signedIn: false, error };
}

/** Leaves for the identity provider, which comes back to `next`. */
export async function signInWithProvider(provider: string, next: string): Promise<void> {
  const url = await authCall(`signin/${provider}`, { callbackUrl: next });
  location.assign(url);
}
