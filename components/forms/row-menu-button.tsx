'use client';

import { Ellipsis } from 'lucide-react';
import { buttonLook } from '#components/ui/button-look.ts';
import { Icon } from '#components/ui/icon.tsx';

interface RowMenuButtonProps {
  /** Of the menu that serves all rows. */
  readonly menu: string;
  readonly name: string;
  readonly itemId: string;
  readonly onMenu: (itemId: string, button: HTMLElement) => void;
}

export function RowMenuButton({ menu, name, itemId, onMenu }: RowMenuButtonProps) {
  return (
    <button
      type="button"
      popoverTarget={menu}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={`Actions for ${name}`}
      onClick={(event) => onMenu(itemId, event.currentTarget)}
      className={buttonLook('quiet', 'compact', 'px-1! text-ink-3!')}
    >
      <Icon of={Ellipsis} />
    </button>
  );
}
