'use client';

import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';
import { limits } from '#lib/domain/limits.ts';
import { useWorksheet } from './worksheet-context.ts';

/** The title as a box, in its own place. */
export function TitleEditor({ title, onDone }: { readonly title: string; readonly onDone: () => void }) {
  const { facts } = useWorksheet();
  const router = useRouter();
  const [text, setText] = useState(title);
  const { run, running, failure } = useAction();
  function save(event: SyntheticEvent) {
    event.preventDefault();
    run('rename', async () => {
      const { api } = await import('#lib/client/api.ts');
      await api.projects.update({ ...facts.address, title: text });
      router.refresh();
      onDone();
    });
  }
  return (
    <form onSubmit={save} className="flex min-w-0 flex-1 items-center gap-2">
      <input
        ref={focusAtOnce}
        aria-label="Title"
        aria-invalid={failure !== null || undefined}
        value={text}
        maxLength={limits.titleLength}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
        className={controlLook('h-7.5 max-w-80 font-serif')}
      />
      <Button type="submit" size="compact" pending={running !== null}>
        Save
      </Button>
      <Button look="quiet" size="compact" onClick={onDone}>
        Cancel
      </Button>
      {failure === null ? null : (
        <span role="alert" className="truncate text-t-1 text-error">
          {failure}
        </span>
      )}
    </form>
  );
}

/** Whoever chose to rename wants to type. */
function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
