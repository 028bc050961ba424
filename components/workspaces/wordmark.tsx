/** The plumb line and the name; compact, a phone shows the line alone, whose room is needed for where one can go. */
export function Wordmark({ compact = false }: { readonly compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-t-3 font-semibold text-ink">
      <svg viewBox="0 0 16 24" aria-hidden className="h-5 w-3.5 text-accent">
        <path d="M8 1v13" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        <path d="m8 11 4.5 5.5L8 23l-4.5-6.5z" fill="currentColor" />
      </svg>
      <span className={compact ? 'max-sm:sr-only' : undefined}>Plumbline</span>
    </span>
  );
}
