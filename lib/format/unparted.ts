const UNIT = /(?<=\d) (?=(?:[%‰°]|ms|s|min|h|d|days?|hours?|seconds?|[kMG]B|[kMG]|points?)(?![\p{L}\d]))/gu;

/** The text with each number kept to its unit, by a narrow space at which no line ends. */
export function unparted(text: string): string {
  return text.replaceAll(UNIT, '\u202f');
}
