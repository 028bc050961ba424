import type { End, Finding } from './report.ts';

interface About {
  readonly finding: Pick<Finding, 'rule' | 'ends'>;
}

/**
 * Findings that one mend may settle, each group as one card. Two have one cause when they begin with the same end, the
 * one that a person would mend first, and either stand between the same ends or come from one rule that fires once an
 * item. Sharing only the first end is not enough: two rules may ask two different things of one value.
 *
 * Keeps the order: a group stands where its first finding stands, and nothing is left out or told twice.
 */
export function byCause<E extends About>(entries: readonly E[]): readonly (readonly E[])[] {
  const groups: E[][] = [];
  for (const entry of entries) {
    const joined = groups.filter((group) => group.some((other) => isOneCause(other.finding, entry.finding)));
    const [first] = joined;
    if (first === undefined) groups.push([entry]);
    else {
      first.push(...joined.slice(1).flat(), entry);
      for (const other of joined.slice(1)) groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map((group) => group.toSorted((a, b) => entries.indexOf(a) - entries.indexOf(b)));
}

/** The ends of a group, each once: the shared one first, then the others as they come. */
export function endsOfCause(group: readonly About[]): readonly End[] {
  const ends = new Map<string, End>();
  for (const { finding } of group) for (const end of finding.ends) ends.set(end.path, ends.get(end.path) ?? end);
  return [...ends.values()];
}

function isOneCause(a: About['finding'], b: About['finding']): boolean {
  const [first, other] = [a.ends[0]?.path, b.ends[0]?.path];
  if (first === undefined || first !== other) return false;
  return a.rule === b.rule || samePaths(a.ends, b.ends);
}

function samePaths(a: readonly End[], b: readonly End[]): boolean {
  const paths = new Set(a.map(({ path }) => path));
  return paths.size === new Set(b.map(({ path }) => path)).size && b.every(({ path }) => paths.has(path));
}
