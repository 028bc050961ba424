'use client';

import { type ElementType, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';

import type { ButtonLook, ButtonSize } from './button-look.ts';
import { buttonLook } from './button-look.ts';
import { classNames } from './class-names.ts';
import { type Typeahead, focusAfterKey } from './menu-keys.ts';
import { placeBeside } from './place-beside.ts';

export interface MenuItem {
  readonly label: ReactNode;
  /** Text to jump to by typing, where the label is not a string. */
  readonly text?: string;
  readonly href?: string;
  readonly onSelect?: () => void;
  readonly disabledReason?: string | undefined;
  readonly danger?: boolean;
  readonly current?: boolean;
}

interface MenuProps {
  readonly trigger: ReactNode;
  /** Names the trigger where it is only a picture. */
  readonly label?: string;
  readonly items: readonly MenuItem[];
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly align?: 'start' | 'end';
  readonly className?: string;
  /** The link component of a router; a plain link without it. */
  readonly as?: ElementType;
}

/**
 * A list of actions and links in the browser's popover layer, so that it is never clipped and closes on Esc and on a
 * press outside. Arrow keys, Home, End and the first letters of an item move; Tab closes.
 */
export function Menu({
  trigger,
  label,
  items,
  look = 'quiet',
  size,
  align = 'start',
  className,
  as: Link = 'a',
}: MenuProps) {
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={menuId}
        aria-haspopup="menu"
        aria-expanded={false}
        aria-controls={menuId}
        aria-label={label}
        className={buttonLook(look, size, className)}
      >
        {trigger}
      </button>
      <MenuList id={menuId} anchor={button} items={items} align={align} as={Link} />
    </>
  );
}

interface MenuListProps extends Pick<MenuProps, 'items' | 'align' | 'as'> {
  readonly id: string;
  /** The button that opens it, by `popoverTarget`; one list can serve several, one after the other. */
  readonly anchor: RefObject<HTMLElement | null>;
}

/** What a menu opens. */
export function MenuList({ id, anchor, items, align = 'start', as: Link = 'a' }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const typeahead = useRef<Typeahead>({ text: '', at: 0 });

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const place = () => placeBeside(element, anchor.current, align);
    const onToggle = (event: Event) => {
      const opened = element.matches(':popover-open');
      anchor.current?.setAttribute('aria-expanded', String(opened));
      if (!opened || event.type !== 'toggle') return;
      place();
      // The browser tells late; whoever opened it by a key may be further down by now.
      if (!element.contains(document.activeElement)) element.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    };
    const close = () => element.matches(':popover-open') && element.hidePopover();
    element.addEventListener('toggle', onToggle);
    window.addEventListener('resize', close);
    return () => {
      element.removeEventListener('toggle', onToggle);
      window.removeEventListener('resize', close);
    };
  }, [anchor, align]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Tab') {
      list.current?.hidePopover();
      return;
    }
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const next = focusAfterKey(
      event.key,
      entries.map((entry) => entry.dataset.text ?? entry.textContent ?? ''),
      entries.findIndex((entry) => entry === document.activeElement),
      typeahead.current,
      event.timeStamp,
    );
    if (next === null) return;
    event.preventDefault();
    entries[next]?.focus();
  }

  function choose(item: MenuItem) {
    if (item.disabledReason !== undefined) return;
    list.current?.hidePopover();
    item.onSelect?.();
  }

  return (
    <div
      ref={list}
      id={id}
      popover="auto"
      role="menu"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="fixed inset-auto m-0 max-h-[calc(100dvh-1rem)] max-w-[calc(100vw-1rem)] min-w-48 overflow-y-auto rounded-control border border-edge bg-sheet p-1 text-ink shadow-overlay"
    >
      {items.map((item, index) => (
        <MenuEntry key={item.href ?? index} item={item} link={Link} onChoose={() => choose(item)} />
      ))}
    </div>
  );
}

function MenuEntry({ item, link: Link, onChoose }: { item: MenuItem; link: ElementType; onChoose: () => void }) {
  const shared = {
    role: 'menuitem',
    tabIndex: -1,
    'data-text': item.text,
    'aria-current': item.current || undefined,
    'aria-disabled': item.disabledReason === undefined ? undefined : true,
    onClick: onChoose,
    className: classNames(
      'flex min-h-8 w-full flex-col justify-center rounded-control px-2 py-1 text-left text-t-2 no-underline',
      'hover:bg-accent-soft focus:bg-accent-soft pointer-coarse:min-h-11',
      item.danger && 'text-error',
      item.current && 'font-semibold',
      item.disabledReason !== undefined && 'text-ink-3',
    ),
  };
  const reason = item.disabledReason ? <span className="text-t-1 font-normal">{item.disabledReason}</span> : null;
  if (item.href !== undefined && item.disabledReason === undefined) {
    return (
      <Link {...shared} href={item.href}>
        {item.label}
      </Link>
    );
  }
  return (
    <button {...shared} type="button">
      {item.label}
      {reason}
    </button>
  );
}
