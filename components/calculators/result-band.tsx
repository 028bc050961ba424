import type { Outcome } from './compute-from-texts.ts';
import { ListingTable } from './listing-table.tsx';

/** What came out: in words first, then as numbers, then what was assumed. */
export function ResultBand({ outcome }: { outcome: Outcome & { readonly ok: true } }) {
  return (
    <section aria-label="Result" className="border-y border-hairline py-6">
      <div className="prose flex flex-col gap-2">
        {outcome.interpretation.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <table className="mt-6 w-full max-w-measure border-collapse">
        <caption className="sr-only">Numbers</caption>
        <tbody>
          {outcome.rows.map(({ label, shown }, index) => (
            <tr key={index} className="border-t border-hairline">
              <th scope="row" className="h-7.5 py-1 pr-4 text-left font-normal text-ink-2">
                {label}
              </th>
              <td className="py-1 text-right font-semibold whitespace-nowrap">{shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcome.listings.map((listing) => (
        <ListingTable key={listing.title} listing={listing} />
      ))}
      {outcome.assumptions.length > 0 ? (
        <ul className="mt-4 flex max-w-measure flex-col gap-1 text-t-1 text-ink-2">
          {outcome.assumptions.map((assumption) => (
            <li key={assumption}>{assumption}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
