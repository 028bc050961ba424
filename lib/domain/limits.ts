/** Sizes that input, procedures, columns and the file format share. */
export const limits = {
  /** A worksheet file, in bytes of text. */
  fileBytes: 5_000_000,
  /** Lines, and values between commas and brackets, of a worksheet file: reading it takes time by them. */
  fileValues: 100_000,
  /** One section as JSON text, in characters. */
  sectionCharacters: 1_000_000,
  /** Items of one list. */
  listItems: 500,
  /** One line of text, in characters. */
  lineLength: 300,
  /** A growing box of Markdown, in characters. */
  markdownLength: 50_000,
  /** A quantity as typed, in characters. */
  quantityLength: 60,
  /** A reason, or who finds something out, in characters. */
  reasonLength: 1_000,
  /** A web address, in characters. */
  linkLength: 2_000,
  /** Rows pasted into a calculator's page, in characters: it answers at every key. */
  pastedCharacters: 1_000_000,
  /** Title of a project and of its worksheet, in characters. */
  titleLength: 120,
  /** A password that someone chooses, in characters. */
  passwordLeast: 10,
  passwordMost: 200,
  /** Depth of nesting in custom, decisions and other free JSON. */
  jsonDepth: 20,
  /** Edits sent at once. */
  opsPerRequest: 500,
} as const;
