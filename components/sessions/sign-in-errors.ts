/** What the address of the sign-in page may carry after an attempt, and what it means to a person. */
const SENTENCES: Readonly<Record<string, string>> = {
  CredentialsSignin: 'Mail address and password do not match an account here.',
  'rate-limited': 'Too many attempts. Wait a few minutes, then try again.',
  AccessDenied: 'This account has no invitation here. Ask an admin of the workspace for one.',
  OAuthAccountNotLinked:
    'There is an account with this mail address already. Sign in with its password, then link the two under Account.',
  Verification: 'This link has been used or has expired.',
  SessionRequired: 'Sign in to see this page.',
};

const UNKNOWN = 'Signing in did not work. Try again, and tell the person who runs this server if it stays so.';

export function signInSentence(code: string): string {
  return SENTENCES[code] ?? UNKNOWN;
}
