import { Text } from '@backstage/ui';
import { EntityHistory } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { LaneBar } from '../timeline/LaneBar';
import { TimeAxis } from '../timeline/TimeAxis';
import { courseOf } from './incidents';
import styles from './panel.module.css';

/** The course of a component as a bar, and its share of time in which all was well. */
export function HistoryBar(props: { history: EntityHistory }) {
  const { history } = props;
  const { t, figure } = useFormat();
  const range = [Date.parse(history.from), Date.parse(history.to)] as const;
  const isObserved = Object.keys(history.shares).length > 0;
  return (
    <div className={styles.panel}>
      <Text as="p" className={styles.hint}>
        {isObserved
          ? t('health.okShare', {
              share: figure({
                value: (history.shares.ok ?? 0) * 100,
                unit: 'percent',
              }),
            })
          : t('timeline.unseen')}
      </Text>
      <LaneBar
        label={t('health.history')}
        segments={courseOf(history)}
        range={range}
      />
      <TimeAxis range={range} />
    </div>
  );
}
