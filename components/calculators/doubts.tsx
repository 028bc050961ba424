import { Button } from '#components/ui/button.tsx';

import type { Doubt } from './read-texts.ts';

interface DoubtsProps {
  readonly doubts: readonly Doubt[];
  readonly onTake: (key: string, text: string) => void;
}

/** "Baseline was read as 0.05 % = 1 in 2,000. Use 5 %": a slip that changes every number after it. */
export function Doubts({ doubts, onTake }: DoubtsProps) {
  return doubts.map(({ key, sentence, offers }) => (
    <p key={key} role="status" className="-my-4 flex flex-wrap items-center gap-2 text-ink-2">
      {sentence}
      {offers.map(({ label, text }) => (
        <Button key={text} look="quiet" size="compact" onClick={() => onTake(key, text)}>
          {label}
        </Button>
      ))}
    </p>
  ));
}
