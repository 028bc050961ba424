import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Mark } from './mark.tsx';

export type BannerTone = 'info' | 'warning' | 'error';

const TONES: Readonly<Record<BannerTone, string>> = {
  info: 'border-info bg-info-soft',
  warning: 'border-warning-mark bg-warning-soft',
  error: 'border-error bg-error-soft',
};

interface BannerProps {
  readonly tone?: BannerTone;
  readonly children: ReactNode;
  /** One button or link. */
  readonly action?: ReactNode;
  /** For news that appears while someone looks on: errors interrupt, all else waits its turn. */
  readonly live?: boolean;
  readonly className?: string;
}

/** State, reason, way out, in one or two sentences. At most one stands on a page. */
export function Banner({ tone = 'info', children, action, live = false, className }: BannerProps) {
  return (
    <div
      role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}
      className={classNames('flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 px-3 py-2', TONES[tone], className)}
    >
      <div className="flex min-w-0 flex-1 basis-48 gap-x-4">
        <Mark of={tone} named className="mt-0.75 shrink-0" />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      {action}
    </div>
  );
}
