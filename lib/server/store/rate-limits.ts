import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared } from '../db.ts';

/** Attempts allowed in a window, in one place so that an operator can read them. */
export const rateLimits = {
  /** One account from one address: nobody can lock somebody else out. */
  signIn: { attempts: 10, windowSeconds: 300 },
  /** One account from anywhere. */
  signInAccount: { attempts: 100, windowSeconds: 300 },
  /** Many people sit behind one address. */
  signInAddress: { attempts: 100, windowSeconds: 300 },
  setup: { attempts: 10, windowSeconds: 600 },
  /** Mails to one account. */
  reset: { attempts: 5, windowSeconds: 900 },
  resetAddress: { attempts: 30, windowSeconds: 900 },
  /** Links of invitations and resets that are opened from one address. */
  link: { attempts: 60, windowSeconds: 600 },
  password: { attempts: 10, windowSeconds: 600 },
  /** Setting a long document takes a second or two, in which the process does nothing else; so does reading a file. */
  pdf: { attempts: 12, windowSeconds: 60 },
  /** Each is drawn once, to see that it can be. */
  image: { attempts: 30, windowSeconds: 60 },
  projectFile: { attempts: 12, windowSeconds: 60 },
  importFile: { attempts: 20, windowSeconds: 60 },
  tokens: { attempts: 20, windowSeconds: 3_600 },
  wrongToken: { attempts: 60, windowSeconds: 300 },
} as const;

export type RateLimitName = keyof typeof rateLimits;

/**
 * Counts one attempt, whatever instance it came to, and refuses when the window is full.
 * @throws AppError rate-limited, with `retryAfterSeconds`
 */
export async function countAttempt(name: RateLimitName, who: string): Promise<void> {
  const { attempts, windowSeconds } = rateLimits[name];
  const { rows } = await pool().query<{ count: number; seconds: number }>(
    prepared({
      name: 'rate-limit',
      text: `INSERT INTO "RateLimit" ("key", "count", "windowEnds") VALUES ($1, 1, now() + make_interval(secs => $2))
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN "RateLimit"."windowEnds" < now() THEN 1 ELSE "RateLimit"."count" + 1 END,
        "windowEnds" = CASE WHEN "RateLimit"."windowEnds" < now() THEN now() + make_interval(secs => $2) ELSE "RateLimit"."windowEnds" END
      RETURNING "count", ceil(extract(epoch FROM "windowEnds" - now()))::int AS "seconds"`,
      values: [`${name}:${who}`, windowSeconds],
    }),
  );
  const row = rows[0];
  if (row !== undefined && row.count > attempts) {
    throw new AppError('rate-limited', `Too many attempts. Try again in ${row.seconds}\u202Fs.`, {
      retryAfterSeconds: row.seconds,
    });
  }
}
