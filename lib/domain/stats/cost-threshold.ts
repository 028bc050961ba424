/**
 * The score from which on flagging a case costs least, for calibrated probabilities.
 *
 * @param costs what each outcome costs, in one unit; gains are negative
 * @returns t* = (fp − tn) / (fp − tn + fn − tp), or null where a mistake costs no more than the right answer it
 * replaces (fp ≤ tn or fn ≤ tp): then one of the two answers is always the cheaper.
 *
 * Source: C. Elkan, The foundations of cost-sensitive learning, IJCAI (2001), equation 2.
 */
export function costThreshold(costs: { tp: number; fp: number; fn: number; tn: number }): number | null {
  const { tp, fp, fn, tn } = costs;
  return fp > tn && fn > tp ? (fp - tn) / (fp - tn + (fn - tp)) : null;
}
