import { paths } from '#lib/paths.ts';

export interface ShownNotice {
  readonly id: string;
  readonly reason: 'mention' | 'reply' | 'question';
  /** 'thread.41', 'question.business.objective' */
  readonly subject: string;
  /** What the place is called; empty for the whole document. */
  readonly label: string;
  readonly actor: { readonly name: string } | null;
  readonly count: number;
  readonly workspace: { readonly slug: string };
  readonly project: { readonly slug: string; readonly title: string };
}

const DOES = { mention: 'mentions you in', reply: 'has answered in', question: 'asks you about' } as const;

/** 'Dana has answered in thread #41 on Metrics › Precision' */
export function noticeWords({ reason, subject, label, actor }: ShownNotice): string {
  const place = label === '' ? 'the whole document' : label;
  const about = subject.startsWith('thread.') ? `thread #${subject.slice('thread.'.length)} on ${place}` : place;
  return `${actor?.name ?? 'A former member'} ${DOES[reason]} ${about}`;
}

/** Where it leads: to the thread, or to the one question. */
export function noticeHref({ subject, workspace, project }: ShownNotice): string {
  const at = { workspace: workspace.slug, project: project.slug };
  return subject.startsWith('thread.')
    ? paths.document({ ...at, panel: subject })
    : paths.question({ ...at, field: subject.slice('question.'.length) });
}
