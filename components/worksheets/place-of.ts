/** The element at an address: a box or heading by its id in Write, the first telling of a value in Read. */
export function placeOf(path: string): HTMLElement | null {
  if (path === '') return null;
  return (
    document.getElementById(path) ?? document.querySelector<HTMLElement>(`#main [data-field="${CSS.escape(path)}"]`)
  );
}

/** Puts the cursor into the box of a field, or on the place itself; false where the page does not hold it. */
export function goToPlace(path: string): boolean {
  const place = placeOf(path);
  if (place === null) return false;
  const folded = place.closest('details');
  if (folded !== null) folded.open = true;
  const box = document.getElementById(`${path}.box`) ?? place;
  box.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'center' });
  return true;
}
