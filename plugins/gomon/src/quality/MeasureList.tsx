import { QualityMeasure } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './quality.module.css';
import { Trend } from './Trend';

/** Figures of all code, each with its course over the last analyses. */
export function MeasureList(props: {
  project: string;
  measures: readonly QualityMeasure[];
}) {
  const { t, figure } = useFormat();
  const { measures, project } = props;
  if (measures.length === 0) return null;
  return (
    <dl
      className={styles.measures}
      aria-label={t('quality.measures', { project })}
    >
      {measures.map(measure => (
        <div key={measure.metric}>
          <dt>{measure.title}</dt>
          <dd>
            {measure.rating ?? figure(measure)}
            {!measure.rating && <Trend measure={measure} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
