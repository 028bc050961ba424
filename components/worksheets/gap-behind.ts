/**
 * Which of the gaps, which stand in the order of the worksheet, is offered at the foot of a page: one of its own, else
 * one of its section, else the next in the sections behind it, and the first of all once none is left there. A page is
 * the path of a section or of an item.
 */
export function gapBehind(gaps: readonly string[], page: string, sections: readonly string[]): string | undefined {
  const [section = ''] = page.split('.');
  const behind = sections.slice(sections.indexOf(section) + 1);
  const within = (place: string) => gaps.find((gap) => gap === place || gap.startsWith(`${place}.`));
  return (
    within(page) ?? within(section) ?? gaps.find((gap) => behind.includes(gap.slice(0, gap.indexOf('.')))) ?? gaps[0]
  );
}
