import { useEffect, useRef, type RefObject } from 'react';
import { placeBeside } from '#components/ui/place-beside.ts';

/** Shows a list over all else while it is open, below the box that it belongs to. */
export function usePopoverBeside(box: RefObject<HTMLElement | null>, open: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (element === null || !open) return;
    const place = () => placeBeside(element, box.current, 'start');
    element.showPopover();
    place();
    // What lies in the layer of popovers does not move with the page by itself.
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
      element.hidePopover();
    };
  }, [box, open]);
  return list;
}
