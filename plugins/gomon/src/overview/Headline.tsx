import { Figure } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './Headline.module.css';
import { toHeadline } from './headlineFigures';

/** The figures that calm or alarm: produced, stored, lost, oldest waiting, hosts. */
export function Headline(props: { figures: Figure[] }) {
  const { t, figure: format, moment } = useFormat();
  return (
    <dl className={styles.headline} aria-label={t('headline.region')}>
      {toHeadline(props.figures).map(({ figure, whole, isAlarming }) => (
        <div
          key={figure.id}
          className={styles.figure}
          data-alarming={isAlarming || undefined}
        >
          <dt>{whole ? whole.label : figure.label}</dt>
          <dd title={moment(figure.observedAt)}>
            {whole
              ? t('headline.of', { part: format(figure), whole: format(whole) })
              : format(figure)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
