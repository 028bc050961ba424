import { KeyTable } from './key-table.tsx';

/** What the page of a worksheet can do beyond taking answers, for whoever has not found it by themselves. */
export function HandbookKeys() {
  return (
    <section aria-labelledby="while-you-write" className="mt-8">
      <h2 id="while-you-write" className="font-serif text-t-4">
        While you write
      </h2>
      <p className="mt-2 mb-4 font-serif text-t-3 text-pretty">
        A number can be tried before it is saved: with Alt and Enter in its box, or by ‘Try without saving’ in the menu
        at its label. The page then shows which findings would go and come, and what the numbers that follow from it
        would be. Enter keeps the number, Esc leaves it. Until then nobody else sees anything of it, and nothing is
        stored.
      </p>
      <KeyTable />
    </section>
  );
}
