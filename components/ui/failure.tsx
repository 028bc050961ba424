import { Banner } from './banner.tsx';

/** Why the last press of a button did nothing; nothing at all while all is well. */
export function Failure({ reason }: { reason: string | null }) {
  if (reason === null) return null;
  return (
    <Banner tone="error" live>
      {reason}
    </Banner>
  );
}
