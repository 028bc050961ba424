/** What is not known yet, as far as a list needs it. */
interface Question {
  readonly who: string | null;
  /** Plain date. */
  readonly by: string | null;
}

/** The first to be due first; those without a day after them, in the order of the worksheet. */
export function byDay<Q extends Question>(questions: readonly Q[]): readonly Q[] {
  return questions.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'));
}

/** Whether a question names this person, by name or mail address. */
export function isFor({ who }: Question, person: { readonly name: string; readonly email: string }): boolean {
  const named = who?.trim().toLowerCase();
  return named === person.name.toLowerCase() || named === person.email.toLowerCase();
}

/** The answer was wanted by a day that is over. */
export function isOverdue({ by }: Pick<Question, 'by'>, today: string): boolean {
  return by !== null && by < today;
}
