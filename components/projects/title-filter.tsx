import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';

interface TitleFilterProps {
  readonly action: string;
  readonly title: string;
  /** Keeps to the archive while filtering it. */
  readonly archived: boolean;
}

/** Narrows the portfolio to titles that hold a text; a plain form, so that the address can be kept and shared. */
export function TitleFilter({ action, title, archived }: TitleFilterProps) {
  return (
    <form action={action} role="search" aria-label="Projects" className="flex gap-2">
      {archived ? <input type="hidden" name="archived" value="true" /> : null}
      <input
        type="search"
        name="title"
        aria-label="Title holds"
        placeholder="Title holds…"
        defaultValue={title}
        maxLength={120}
        autoComplete="off"
        className={controlLook('h-7.5 max-w-60')}
      />
      <Button type="submit" size="compact">
        Filter
      </Button>
    </form>
  );
}
