import { setTimeout } from 'node:timers/promises';
import { pool } from '../db.ts';

/** Whoever watches asks every few seconds: a late answer is as bad as none. */
const patienceMs = 2_000;

/** Whether the database answers, by the same pool that every request takes its connection from. */
export async function isDatabaseUp(): Promise<boolean> {
  const answered = pool()
    .query('SELECT 1')
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answered, setTimeout(patienceMs, false, { ref: false })]);
}
