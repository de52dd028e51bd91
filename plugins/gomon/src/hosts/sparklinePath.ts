import { HostTrend } from '@gomon/plugin-gomon-common';
import { linePath, Point } from '../chart/line';
import { linearScale } from '../chart/scale';

/** What a trend holds at most: an hour of minutes. */
const MINUTES = 60;
/** Half the width of the line, so that it is not cut at the edges. */
const MARGIN = 1;

/** The path of a trend from 0 to 100 percent, so that rows can be compared; empty where nothing was seen. */
export function sparklinePath(
  trend: HostTrend | undefined,
  width: number,
  height: number,
): string {
  if (!trend) return '';
  const { values } = trend;
  const offset = MINUTES - values.length;
  const points = values.map((value, index): Point => [offset + index, value]);
  return linePath(
    points,
    linearScale([0, MINUTES - 1], [MARGIN, width - MARGIN]),
    linearScale([0, 100], [height - MARGIN, MARGIN]),
  );
}
