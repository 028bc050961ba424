/** Stands above everything while the server shows the demonstration. */
export function DemoNotice() {
  return (
    <p className="screen-only border-b border-warning-mark bg-warning-soft px-4 py-1 text-t-1 text-warning">
      This is a demonstration: its people are invented, its passwords are printed at the start, and nothing here is safe
      to keep.
    </p>
  );
}
