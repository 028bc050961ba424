/** Sizes that input, procedures, columns and the file format share. */
export const limits = {
  /** A worksheet file, in bytes of text, with the images that it carries. */
  fileBytes: 12_000_000,
  /** A whole project as one file: packed, in bytes, as it is sent; and as text, in characters, each of three bytes at most. */
  projectFileBytes: 14_000_000,
  projectFileCharacters: 40_000_000,
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
  /** Rows in the box of a calculator's page, in characters: it answers at every key. More are taken like a file. */
  pastedCharacters: 1_000_000,
  /** Title of a project and of its worksheet, in characters. */
  titleLength: 120,
  /** A password that someone chooses, in characters. */
  passwordLeast: 10,
  passwordMost: 200,
  /** Depth of nesting in custom, decisions and other free JSON. */
  jsonDepth: 20,
  /** An image in a long text, in bytes. */
  imageBytes: 5_000_000,
  /** Its longer side, and its area, in pixels: a small file can hold a huge image, and drawing one takes memory. */
  imageSide: 16_000,
  imagePixels: 25_000_000,
  /** The images of one project: how many, and their bytes together. */
  imagesPerProject: 200,
  imageBytesPerProject: 50_000_000,
  /** What a file carries of images, in characters of base64. The largest image fits. */
  carriedImageCharacters: 9_000_000,
  /** What an image shows, in words, in characters. */
  alternativeLength: 500,
  /** Edits sent at once. */
  opsPerRequest: 500,
  /** Fields that a comparison of two moments shows. */
  comparedFields: 300,
  /** Their values together, in characters. */
  comparedCharacters: 1_000_000,
  /** A passage that a thread points at, in characters. */
  quoteLength: 2_000,
  /** One comment, as Markdown, in characters. */
  commentLength: 10_000,
  /** People that one comment calls. */
  mentionsPerComment: 50,
  /** Comments of one thread, and what one of them said before: as many as a file brings. */
  commentsPerThread: 10_000,
  wordingsPerComment: 1_000,
  /** Title of a decision, in characters. */
  decisionTitleLength: 200,
  /** Decisions of one project. */
  decisionsPerProject: 1_000,
  /** Options of one decision, and its criteria, arguments, drivers, people and links: each so many. */
  decisionEntries: 50,
  /** Changes of the log that are taken back to reach a moment; typing into one field counts as one. */
  changesTakenBack: 20_000,
} as const;
