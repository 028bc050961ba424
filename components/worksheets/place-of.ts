import { parentPath } from '#lib/domain/worksheets/draft-path.ts';

/** The element at an address: a box or heading by its id in Write, the first telling of a value in Read. */
export function placeOf(path: string): HTMLElement | null {
  if (path === '') return null;
  return (
    document.getElementById(path) ?? document.querySelector<HTMLElement>(`#main [data-field="${CSS.escape(path)}"]`)
  );
}

/**
 * Puts the cursor into the box of a field, or on the place itself. False where the page does not hold it, or has no
 * room for it: then it stands on the page of its item.
 */
export function goToPlace(path: string): boolean {
  const place = placeOf(path);
  if (place === null) return false;
  const folded = place.closest('details');
  if (folded !== null) folded.open = true;
  if (place.offsetParent === null) return false;
  // A group has no box of its own.
  const box = document.getElementById(`${path}.box`) ?? place.querySelector<HTMLElement>('[id$=".box"]') ?? place;
  box.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'center' });
  return true;
}

/** The same, or as near to it as the page comes. @returns the path that was found; null for none */
export function goNearPlace(path: string): string | null {
  if (path === '') return null;
  return goToPlace(path) ? path : goNearPlace(parentPath(path));
}

/** Whether lists have the room to be grids: from the width on at which the stylesheet shows them. */
export function hasRoomForGrids(): boolean {
  return matchMedia('(width >= 40rem)').matches;
}
