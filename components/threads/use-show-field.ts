import { usePanel } from '#components/worksheets/panel-state.ts';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';

/** Shows in the panel what there is about a field, also where another one was pinned. */
export function useShowField(): (path: string) => void {
  const { current } = useWorksheet();
  const panel = usePanel();
  return (path) => {
    if (current.pinned) current.pin(false);
    current.follow(path);
    panel.show('field');
  };
}
