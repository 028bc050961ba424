/** Why a field is asked and what a good answer looks like. */
export interface FieldGuidance {
  /** What goes wrong without it. */
  readonly why: string;
  /** How to find and write the answer. */
  readonly how: string;
  /** An answer that a reviewer can work with. */
  readonly good: string;
  /** An answer that says little. */
  readonly weak: string;
  /** Whose principle asks for it. */
  readonly source: string;
}

/** By the path of the field within its section, without ids of items: 'items.targetValue'. */
export type SectionGuidance = Readonly<Record<string, FieldGuidance>>;
