import { readSettings } from './settings.ts';
import { StartError } from './start-error.ts';

/** The settings as the running server needs them: what was not given has been filled in by the start. */
export interface Env {
  readonly databaseUrl: string;
  /** Leads to PostgreSQL itself, for LISTEN and jobs, where databaseUrl leads to a transaction pooler. */
  readonly directDatabaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** The address that people type, without a slash at its end. */
  readonly url: string;
  readonly secret: string;
  readonly smtp?: { readonly url: string; readonly from: string };
  /** How long a mail about a thread waits for more of it. */
  readonly mailBurstSeconds: number;
  readonly oidc?: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  };
  readonly trustProxy: boolean;
  readonly demo: boolean;
  /** Set-up asks for it; absent when only this machine can reach the server. */
  readonly setupCode?: string;
}

let parsed: Env | undefined;

/**
 * The environment, parsed once. The start puts what it found out (the database, the secret, the port) into
 * `process.env` before anything here is asked, so both module graphs of the server read the same.
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** @throws StartError naming the variable and what to do. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const settings = readSettings(source);
  const { SMTP_URL, MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PLUMBLINE_SETUP_CODE } = settings;
  const databaseUrl = filledIn('DATABASE_URL', settings.DATABASE_URL);
  return {
    databaseUrl,
    directDatabaseUrl: settings.DIRECT_DATABASE_URL ?? databaseUrl,
    host: settings.HOST,
    port: settings.PORT,
    url: (settings.PLUMBLINE_URL ?? addressOf(settings.HOST, settings.PORT)).replace(/\/+$/, ''),
    secret: filledIn('PLUMBLINE_SECRET', settings.PLUMBLINE_SECRET),
    ...(SMTP_URL && MAIL_FROM ? { smtp: { url: SMTP_URL, from: MAIL_FROM } } : {}),
    mailBurstSeconds: settings.MAIL_BURST_SECONDS,
    ...(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
      ? {
          oidc: {
            issuer: OIDC_ISSUER,
            clientId: OIDC_CLIENT_ID,
            clientSecret: OIDC_CLIENT_SECRET,
            name: settings.OIDC_NAME,
          },
        }
      : {}),
    trustProxy: settings.PLUMBLINE_TRUST_PROXY,
    demo: settings.PLUMBLINE_DEMO,
    ...(PLUMBLINE_SETUP_CODE && isReachableFromOutside(settings) ? { setupCode: PLUMBLINE_SETUP_CODE } : {}),
  };
}

/** The address of a server that listens on `host`; one that listens everywhere is shown as this machine. */
export function addressOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const shown = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

/** Whether someone on another machine could open the set-up page: by the address, or through a proxy. */
export function isReachableFromOutside(settings: {
  HOST: string;
  PLUMBLINE_URL?: string | undefined;
  PLUMBLINE_TRUST_PROXY: boolean;
}): boolean {
  const names = [settings.HOST, ...(settings.PLUMBLINE_URL ? [new URL(settings.PLUMBLINE_URL).hostname] : [])];
  return settings.PLUMBLINE_TRUST_PROXY || !names.every((name) => LOOPBACK.test(name));
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;

function filledIn(name: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new StartError('configuration', `${name} is not set: npm start fills it in, so start the server with that.`);
}
