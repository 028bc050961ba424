import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';

/** The large box on the page of results, holding what was searched for. */
export function SearchForm({ action, text }: { action: string; text: string }) {
  return (
    <form action={action} role="search" aria-label="This page" className="flex gap-2">
      <input
        type="search"
        name="text"
        aria-label="Search for"
        defaultValue={text}
        minLength={2}
        maxLength={100}
        autoComplete="off"
        className={controlLook('h-9 min-w-0 flex-1')}
      />
      <Button type="submit" look="primary">
        Search
      </Button>
    </form>
  );
}
