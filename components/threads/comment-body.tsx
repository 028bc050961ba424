import { Blocks } from '#components/documents/blocks.tsx';
import { readMarkdown } from '#lib/domain/documents/markdown-source.ts';

/** What a comment says. Its Markdown is read into the blocks of documents: what is written in it stays text. */
export function CommentBody({ body }: { readonly body: string }) {
  return (
    <div className="wrap-anywhere [&_.prose]:text-t-2 [&>*:first-child]:mt-0 [&>*:last-child]:mb-0">
      <Blocks blocks={readMarkdown(body)} />
    </div>
  );
}
