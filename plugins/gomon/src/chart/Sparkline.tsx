import styles from './Sparkline.module.css';

const WIDTH = 96;
const HEIGHT = 24;

/** The course of a figure without axes: decorative, since the figure itself stands beside it. */
export function Sparkline(props: {
  values: readonly (number | null)[];
  /** Values drawn at the bottom and at the top. */
  domain: readonly [number, number];
}) {
  const [min, max] = props.domain;
  const step = WIDTH / Math.max(1, props.values.length - 1);
  let path = '';
  let isDrawing = false;
  props.values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    const share = (value - min) / (max - min || 1);
    const y = HEIGHT - 1 - Math.min(1, Math.max(0, share)) * (HEIGHT - 2);
    path += `${isDrawing ? 'L' : 'M'}${(index * step).toFixed(1)} ${y.toFixed(
      1,
    )}`;
    isDrawing = true;
  });
  return (
    <svg
      className={styles.sparkline}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
