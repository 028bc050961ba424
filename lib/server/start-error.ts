/** Exit codes of the start commands, after sysexits.h, so that a service manager can tell the cases apart. */
export const exitCodes = {
  /** Something that starting again might cure. */
  failed: 1,
  /** A service that Plumbline needs is out of reach: the database. */
  unavailable: 69,
  /** The disk is full or a folder cannot be written. */
  storage: 74,
  /** A setting is missing or wrong: starting again cannot help. */
  configuration: 78,
} as const;

export type StartProblem = keyof typeof exitCodes;

/** Why Plumbline cannot start, or cannot go on: one sentence for the console, saying what to do, and an exit code. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly problem: StartProblem;
  readonly exitCode: number;

  constructor(problem: StartProblem, sentence: string, options?: { cause: unknown }) {
    super(sentence, options);
    this.problem = problem;
    this.exitCode = exitCodes[problem];
  }
}

export function isStartError(error: unknown): error is StartError {
  return error instanceof Error && error.name === 'StartError' && 'exitCode' in error;
}

/** Whether a call to the file system failed with this code, such as 'ENOENT'. */
export function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The sentence for a failed read or write in `folder`; an error that is not about storage comes back unchanged. */
export function storageProblem(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return new StartError(
        'storage',
        `Plumbline cannot write to ${folder}: give this account write permission there, or name another folder with PLUMBLINE_DATA.`,
        { cause: error },
      );
    default:
      return error;
  }
}

export function diskFull(folder: string, cause?: unknown): StartError {
  return new StartError(
    'storage',
    `The disk that holds ${folder} is full: free some space, or name a folder on another disk with PLUMBLINE_DATA, then start again.`,
    { cause },
  );
}
