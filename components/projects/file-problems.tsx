import { Banner } from '#components/ui/banner.tsx';
import { InlineCode } from '#components/ui/inline-code.tsx';
import type { FileProblem } from '#lib/domain/worksheets/file.ts';

/** What keeps a file from being read, each with its place. */
export function FileProblems({ name, problems }: { name: string; problems: readonly FileProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      <Banner tone="error" live>
        {`Nothing was created: ${problems.length === 1 ? 'one place' : `${problems.length} places`} in ${name} can’t be read.`}
      </Banner>
      <table className="border-collapse">
        <caption className="sr-only">Places that can’t be read</caption>
        <thead>
          <tr className="border-b border-edge text-left text-t-1 text-ink-2">
            <th scope="col" className="py-1.5 pr-4 text-right font-semibold">
              Line
            </th>
            <th scope="col" className="py-1.5 font-semibold">
              What is wrong
            </th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, column, message, suggestion }) => (
            <tr key={`${line}:${column}:${message}`} className="border-b border-hairline align-baseline">
              <td className="py-1.5 pr-4 text-right font-code text-t-1 whitespace-nowrap text-ink-2">
                {line}:{column}
              </td>
              <td className="py-1.5">
                {message}
                {suggestion && !message.includes(suggestion) ? (
                  <>
                    {' '}
                    Try <InlineCode>{suggestion}</InlineCode>.
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
