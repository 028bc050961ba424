import { isAppError } from '#lib/domain/errors.ts';

/** How a piece of work ended: 'ok', the code of its error, or what an unexpected one says. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}
