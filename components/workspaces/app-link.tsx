import Link from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link inside the product. Every page here is rendered for the one who asks, so that fetching all linked pages ahead
 * would make the server render a table's fifty targets for nothing.
 */
export function AppLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
