import { sectionGuidance } from '#lib/client/guidance.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { itemPlace } from './item-address.ts';
import { openPagesBy } from './in-place.ts';
import { pageAt } from './shown-page.ts';

/** So long a page waits for the words that teach how to begin its lists; without a connection they do not come. */
const PATIENCE_MS = 300;

/**
 * Opens the pages of Write in the browser, which knows the definition by now: at once, and without a connection too,
 * since losing it must not take away the rest of the worksheet. All other addresses are left to the server.
 * @param project address of the project's document
 * @returns what ends it
 */
export function openPagesInPlace(project: string): () => void {
  const open = (href: string): boolean => {
    const { origin, pathname, search, hash } = new URL(href, location.href);
    if (origin !== location.origin || pathname === location.pathname) return false;
    if (!isWritten(pathname, project) || !isWritten(location.pathname, project)) return false;
    const { section = '' } = pageAt(pathname, project);
    void Promise.race([sectionGuidance(section), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).then(
      () => {
        // Next follows the address, and leaves what is shown for it to the page.
        history.pushState(null, '', pathname + search + hash);
        window.scrollTo(0, 0);
      },
    );
    return true;
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const chord = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (link === null || chord || link.target !== '' || link.hasAttribute('download')) return;
    if (open(link.href)) event.preventDefault();
  };
  const stopOpening = openPagesBy(open);
  // Before the router hears of it.
  document.addEventListener('click', onClick, true);
  return () => {
    stopOpening();
    document.removeEventListener('click', onClick, true);
  };
}

/** Whether an address is that of a section or of an item in Write. */
function isWritten(pathname: string, project: string): boolean {
  if (!pathname.startsWith(`${project}/write/`)) return false;
  const { section: key = '', item } = pageAt(pathname, project);
  const section = sectionByKey(key);
  return section !== undefined && (item === undefined || itemPlace(section, item) !== undefined);
}
