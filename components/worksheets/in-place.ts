type Open = (href: string) => boolean;

let open: Open = () => false;

/** Says how pages of the worksheet are opened without the server, once that is possible. The answer ends it. */
export function openPagesBy(opener: Open): () => void {
  open = opener;
  return () => {
    if (open === opener) open = () => false;
  };
}

/** Opens a page of the worksheet that is being written, without asking the server; false where that is not possible. */
export function openInPlace(href: string): boolean {
  return open(href);
}
