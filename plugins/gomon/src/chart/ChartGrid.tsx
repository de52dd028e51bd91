import { SeriesSet } from '@gomon/plugin-gomon-common';
import { formatCount } from '../format/number';
import { useFormat } from '../format/useFormat';
import { Notice } from '../states/Notice';
import { ChartIncident, LineChart } from './LineChart';
import styles from './ChartGrid.module.css';
import { toCharts } from './toCharts';

/** Charts of everything in a set of series. */
export function ChartGrid(props: {
  set: SeriesSet;
  incidents?: readonly ChartIncident[];
}) {
  const { t, locale } = useFormat();
  const charts = toCharts(props.set, props.incidents);
  if (charts.length === 0) {
    return <Notice title={t('chart.none')} hint={t('chart.noneHint')} />;
  }
  return (
    <div className={styles.grid}>
      {charts.map(({ data, left }) => (
        <div key={`${data.title} ${data.unit}`} className={styles.cell}>
          <LineChart data={data} />
          {left > 0 && (
            <span className={styles.left}>
              {t('chart.left', {
                count: left,
                value: formatCount(left, locale),
              })}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
