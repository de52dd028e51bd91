import { QualityMeasure } from '@gomon/plugin-gomon-common';
import { linePath, Point } from '../chart/line';
import { linearScale } from '../chart/scale';
import { useFormat } from '../format/useFormat';
import styles from './quality.module.css';

const WIDTH = 56;
const HEIGHT = 16;
/** Half the width of the line, so that it is not cut at the edges. */
const MARGIN = 1;

/** The course of a figure over the last analyses; in words: where it came from and where it is. Nothing of a single one. */
export function Trend(props: { measure: QualityMeasure }) {
  const { t, figure } = useFormat();
  const { title, trend, unit } = props.measure;
  if (trend.length < 2) return null;
  const values = trend.map(({ value }) => value);
  const times = trend.map(({ at }) => Date.parse(at));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = linearScale(
    [times[0], times[times.length - 1]],
    [MARGIN, WIDTH - MARGIN],
  );
  // What does not change is a line in the middle.
  const spread = low === high ? 1 : 0;
  const y = linearScale(
    [low - spread, high + spread],
    [HEIGHT - MARGIN, MARGIN],
  );
  const points = values.map((value, index): Point => [times[index], value]);
  return (
    <svg
      className={styles.trend}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('quality.trend', {
        title,
        from: figure({ value: values[0], unit }),
        to: figure({ value: values[values.length - 1], unit }),
        analyses: String(values.length),
      })}
    >
      <path d={linePath(points, x, y)} />
    </svg>
  );
}
