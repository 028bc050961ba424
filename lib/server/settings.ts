import * as z from 'zod';
import { StartError } from './start-error.ts';

const LEAST_SECRET_LENGTH = 32;

const address = (schemes: RegExp, sentence: string) => z.url({ protocol: schemes, error: sentence });
const filled = (sentence: string) => z.string({ error: sentence }).trim().min(1, sentence);
const yesOrNo = (name: string) => z.stringbool({ error: `${name} takes true or false` }).default(false);

const POSTGRES = /^postgres(ql)?$/;
const WEB = /^https?$/;

/**
 * Every setting, read from the environment. The sentence of an error names the variable and says what to write;
 * `docs/configuration.md` is made from the descriptions.
 */
const variables = {
  HOST: filled('HOST takes an address of this machine, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1').meta({
    description:
      'The address to listen on. On any other than this machine’s own, the set-up page asks for a code that the start prints.',
  }),
  PORT: z.coerce
    .number({ error: 'PORT takes a whole number from 1 to 65535' })
    .int('PORT takes a whole number from 1 to 65535')
    .min(1, 'PORT takes a whole number from 1 to 65535')
    .max(65535, 'PORT takes a whole number from 1 to 65535')
    .default(3000)
    .meta({
      description: 'The port to listen on. When it is in use the next free one is taken, and the start says so.',
    }),
  PLUMBLINE_URL: address(WEB, 'PLUMBLINE_URL takes the address that people type, such as https://plumbline.example.org')
    .optional()
    .meta({
      description:
        'The address under which people reach Plumbline, used in links and cookies. Default: the address it listens on.',
    }),
  PLUMBLINE_DATA: filled('PLUMBLINE_DATA takes the path of a folder').optional().meta({
    description:
      'The folder for the bundled database and the generated secret. Default: `.plumbline` in the project; for root `/var/lib/plumbline/…`.',
  }),
  PLUMBLINE_SECRET: z
    .string()
    .min(
      LEAST_SECRET_LENGTH,
      `PLUMBLINE_SECRET takes at least ${LEAST_SECRET_LENGTH} characters; leave it out to have one made`,
    )
    .optional()
    .meta({
      description:
        'What sessions and links are signed with. Default: made once and kept in the data folder. Several instances need the same one.',
    }),
  PLUMBLINE_SETUP_CODE: filled('PLUMBLINE_SETUP_CODE takes any text').optional().meta({
    description:
      'The code that the set-up page asks for when Plumbline is reachable from other machines. Default: made at each start.',
  }),
  PLUMBLINE_TRUST_PROXY: yesOrNo('PLUMBLINE_TRUST_PROXY').meta({
    description:
      'Believe the `X-Forwarded-For` header. Set it only behind a proxy of your own that overwrites that header.',
  }),
  PLUMBLINE_DEMO: yesOrNo('PLUMBLINE_DEMO').meta({
    description: 'Run with sample data in a database of its own; the same as `npm start -- --demo`.',
  }),
  DATABASE_URL: address(
    POSTGRES,
    'DATABASE_URL takes an address such as postgresql://user:password@host:5432/plumbline',
  )
    .optional()
    .meta({ description: 'A PostgreSQL of your own, 15 or newer, used instead of the bundled one.' }),
  DIRECT_DATABASE_URL: address(
    POSTGRES,
    'DIRECT_DATABASE_URL takes an address such as postgresql://user:password@host:5432/plumbline',
  )
    .optional()
    .meta({
      description:
        'The same database without the pooler, where `DATABASE_URL` leads to a transaction pooler such as PgBouncer.',
    }),
  SMTP_URL: address(/^smtps?$/, 'SMTP_URL takes an address such as smtps://user:password@mail.example.org:465')
    .optional()
    .meta({
      description:
        'The mail server. Without it invitations and password resets are links that an administrator passes on.',
    }),
  MAIL_FROM: filled('MAIL_FROM takes an address such as Plumbline <plumbline@example.org>').optional().meta({
    description: 'The sender of the mails; needed with `SMTP_URL`.',
  }),
  MAIL_BURST_SECONDS: z.coerce
    .number({ error: 'MAIL_BURST_SECONDS takes a number of seconds from 1 to 3600' })
    .int('MAIL_BURST_SECONDS takes a number of seconds from 1 to 3600')
    .min(1, 'MAIL_BURST_SECONDS takes a number of seconds from 1 to 3600')
    .max(3600, 'MAIL_BURST_SECONDS takes a number of seconds from 1 to 3600')
    .default(45)
    .meta({
      description:
        'How long a mail about a thread waits for more of it: what is said in quick succession goes out together.',
    }),
  OIDC_ISSUER: address(WEB, 'OIDC_ISSUER takes the address of the provider, such as https://login.example.org')
    .optional()
    .meta({ description: 'An OpenID Connect provider to sign in with.' }),
  OIDC_CLIENT_ID: filled('OIDC_CLIENT_ID takes the name that the provider gave to Plumbline').optional().meta({
    description: 'The client’s name at the provider; needed with `OIDC_ISSUER`.',
  }),
  OIDC_CLIENT_SECRET: filled('OIDC_CLIENT_SECRET takes the secret that the provider gave to Plumbline')
    .optional()
    .meta({
      description: 'The client’s secret at the provider; needed with `OIDC_ISSUER`.',
    }),
  OIDC_NAME: filled('OIDC_NAME takes the text for the sign-in button').default('Single sign-on').meta({
    description: 'What the sign-in button calls the provider.',
  }),
};

const together = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['MAIL_FROM', 'SMTP_URL'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_SECRET'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
  ['OIDC_CLIENT_SECRET', 'OIDC_ISSUER'],
  ['DIRECT_DATABASE_URL', 'DATABASE_URL'],
] as const satisfies readonly (readonly [VariableName, VariableName])[];

const schema = z.object(variables).check(({ value, issues }) => {
  for (const [given, needed] of together) {
    if (value[given] === undefined || value[needed] !== undefined) continue;
    issues.push({ code: 'custom', input: value, message: `${given} is set, so ${needed} is needed too` });
  }
});

export type VariableName = keyof typeof variables;
export type Settings = z.infer<typeof schema>;

const variableNames = Object.keys(variables).filter((name) => isVariableName(name));

/**
 * Reads the settings; an empty variable counts as not given.
 * @throws StartError with a line for each variable that is wrong.
 */
export function readSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(source).filter(([name, value]) => isVariableName(name) && value?.trim() !== '');
  const misspelt = Object.keys(source).filter((name) => name.startsWith('PLUMBLINE_') && !isVariableName(name));
  const parsed = schema.safeParse(Object.fromEntries(given));
  const problems = [
    ...misspelt.map((name) => `${name} is no setting of Plumbline: docs/configuration.md lists them`),
    ...(parsed.error?.issues.map((issue) => issue.message) ?? []),
  ];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new StartError('configuration', problems.map((problem) => `${problem}.`).join('\n'));
}

function isVariableName(name: string): name is VariableName {
  return Object.hasOwn(variables, name);
}

/** The table of docs/configuration.md, in Markdown. */
export function settingsTable(): string {
  const rows = variableNames.map((name) => {
    const variable = variables[name];
    const standard = variable instanceof z.ZodDefault ? `\`${String(variable.def.defaultValue)}\`` : '';
    return `| \`${name}\` | ${standard} | ${variable.meta()?.description ?? ''} |`;
  });
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
