import { CurveChart } from '#components/charts/curve-chart.tsx';
import { DrawnChart } from '#components/charts/drawn-chart.tsx';
import { IntervalChart } from '#components/charts/interval-chart.tsx';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';

import type { Across, Picture } from './picture.ts';

const percent = (share: number) => formatPercentage(share, 'sentence');
const SHOWN: Readonly<Record<Across, (value: number) => string>> = {
  share: percent,
  count: (value) => formatNumber(Math.round(value), 'table'),
  number: (value) => formatNumber(value, 'sentence'),
};

export function PictureBand({ picture }: { picture: Picture }) {
  switch (picture.kind) {
    case 'intervals':
      return <IntervalChart intervals={picture.intervals} shown={percent} />;
    case 'drawn':
      return <DrawnChart figure={picture} />;
    case 'curve':
      return <CurveChart curve={picture.curve} shownX={SHOWN[picture.x]} shownY={percent} />;
  }
}
