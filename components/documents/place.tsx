import type { ComponentProps, ElementType } from 'react';

type PlaceProps<As extends ElementType> = {
  readonly as: As;
  /** Address of the field that stands here. */
  readonly path: string | undefined;
} & Omit<ComponentProps<As>, 'as'>;

/**
 * An element that is the place of a field, to link to and to step to with the keyboard; a plain one without a path. It has
 * no id, since a value may be told in a sentence and again in a table.
 */
export function Place<As extends ElementType>({ as, path, ...rest }: PlaceProps<As>) {
  const Tag: ElementType = as;
  return path === undefined ? <Tag {...rest} /> : <Tag {...rest} tabIndex={-1} data-field={path} />;
}
