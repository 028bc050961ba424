import type { NextAuthOptions, Profile } from 'next-auth';
import type { CredentialsConfig } from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { cookies, headers } from 'next/headers';
import { z } from 'zod';
import { clientAddressHeader, networkOf } from './client-address.ts';
import { env, type Env } from './env.ts';
import { claimOfCookies } from './session-cookie.ts';
import { admit, findByIdentity, type Identity } from './store/identities.ts';
import { countAttempt } from './store/rate-limits.ts';
import { actorOfSession, closeSession, openSession, sessionSeconds } from './store/sessions.ts';
import { findByPassword } from './store/users.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { paths } from '#lib/paths.ts';

/** The id under which the sign-in page and the callback address know the identity provider. */
const identityProviderId = 'oidc';

const credentials = z.object({ email: z.string().max(254), password: z.string().max(200) });

/** How people sign in. The token holds a session's id and nothing else; its row decides on every request. */
export function authOptions(): NextAuthOptions {
  const { secret, oidc } = env();
  return {
    secret,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider(), ...(oidc === undefined ? [] : [identityProvider(oidc)])],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.type !== 'oauth') return true;
        return admitHere(identityOf(profile));
      },

      /** Called with an account at sign-in, without one whenever the token is read or renewed. */
      async jwt({ token, user, account }) {
        if (account === null || account === undefined) return { sid: token['sid'] };
        const browser = await presentBrowser();
        if (account.type === 'credentials') return { sid: await openSession(user.id, browser, 'password') };
        const userId = await findByIdentity(issuer(), account.providerAccountId);
        if (userId === null) throw new Error('The account was unlinked during sign-in');
        return { sid: await openSession(userId, browser, 'identity provider') };
      },

      /** Nothing about the person: pages ask the registry who is signed in. */
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const sid = z.uuid().safeParse(token['sid']);
        if (sid.success) await closeSession(sid.data);
      },
    },
  };
}

/** Whether the person may come in, or the page that says what to do first. */
async function admitHere(identity: Identity): Promise<boolean | string> {
  const [invitation, signedInAs] = await Promise.all([invitationOnTheWay(), presentAccount()]);
  try {
    return (await admit(identity, { invitation, signedInAs })) !== null;
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict') return paths.signIn({ error: 'OAuthAccountNotLinked' });
    throw error;
  }
}

function passwordProvider(): CredentialsConfig {
  return {
    id: 'credentials',
    name: 'Password',
    type: 'credentials',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    /** The message of an error thrown here becomes the `error` of the sign-in page's address. */
    async authorize(given) {
      const read = credentials.safeParse(given);
      if (!read.success) return null;
      const address = networkOf((await presentBrowser()).address);
      try {
        await countAttempt('signInAddress', address);
        await countAttempt('signInAccount', read.data.email.toLowerCase());
        await countAttempt('signIn', `${read.data.email.toLowerCase()} ${address}`);
      } catch (error) {
        throw isAppError(error) ? new Error(error.code) : error;
      }
      return findByPassword(read.data.email, read.data.password);
    },
  };
}

function identityProvider(oidc: NonNullable<Env['oidc']>): OAuthConfig<Profile> {
  return {
    id: identityProviderId,
    name: oidc.name,
    type: 'oauth',
    issuer: oidc.issuer,
    wellKnown: `${oidc.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    userinfo: {
      // Not every provider puts the address into the id token; all answer it here.
      async request({ client, tokens }) {
        const about = await client.userinfo(tokens.access_token ?? '');
        if (about.sub !== subjectOf(tokens.id_token)) throw new Error('The provider answered about someone else');
        return about;
      },
    },
    profile: (profile) => ({ id: profile.sub ?? '' }),
  };
}

/** Of an id token whose signature next-auth has checked. */
function subjectOf(idToken: string | undefined): string {
  const payload = Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString();
  return z.object({ sub: z.string() }).parse(JSON.parse(payload)).sub;
}

const vouched = z.object({
  sub: z.string().min(1),
  email: z.email().optional(),
  email_verified: z.boolean().default(false),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

function identityOf(profile: Profile | undefined): Identity {
  const { sub, email, email_verified: emailVerified, name, preferred_username: username } = vouched.parse(profile);
  return { issuer: issuer(), subject: sub, email, emailVerified, name: name ?? username ?? email ?? 'New member' };
}

function issuer(): string {
  return env().oidc?.issuer ?? '';
}

/** The invitation whose page sent the person to the provider; next-auth keeps the way back in a cookie. */
async function invitationOnTheWay(): Promise<string | undefined> {
  const jar = await cookies();
  const back = jar.getAll().find((cookie) => cookie.name.endsWith('next-auth.callback-url'))?.value;
  return back === undefined ? undefined : /\/invite\/([\w-]+)$/.exec(back)?.[1];
}

/** The account that this browser is signed in with, which the person may be about to link. */
async function presentAccount(): Promise<string | undefined> {
  const claim = await claimOfCookies((await headers()).get('cookie') ?? undefined);
  return claim === null ? undefined : (await actorOfSession(claim))?.userId;
}

async function presentBrowser(): Promise<{ address: string; userAgent: string }> {
  const given = await headers();
  return { address: given.get(clientAddressHeader) ?? '', userAgent: given.get('user-agent') ?? '' };
}
