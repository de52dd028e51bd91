import { SearchField, Select } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import { RangeName } from '../range/range';
import { RangeSelect } from '../range/RangeSelect';
import { leastLevels, LogFilterName, logMetrics } from './logFilter';
import styles from './logs.module.css';

/** Narrows the lines by text, level, type of sample and time. */
export function LogFilterBar(props: {
  parameters: URLSearchParams;
  onChange(name: LogFilterName, value: string): void;
  rangeName: RangeName;
  onRange(name: RangeName): void;
}) {
  const { t } = useFormat();
  const { parameters, onChange } = props;
  const choose = (name: LogFilterName) => (key: unknown) =>
    onChange(name, key === 'all' ? '' : String(key));
  return (
    <div className={styles.filters} role="search" aria-label={t('logs.filter')}>
      <SearchField
        label={t('logs.search')}
        size="small"
        defaultValue={parameters.get('text') ?? ''}
        onChange={value => onChange('text', value)}
      />
      <Select
        label={t('logs.level')}
        size="small"
        value={parameters.get('level') || 'all'}
        onChange={choose('level')}
        options={[
          { value: 'all', label: t('logs.allLevels') },
          ...leastLevels.map(level => ({
            value: level,
            label: t(`logs.least.${level}`),
          })),
        ]}
      />
      <Select
        label={t('logs.metric')}
        size="small"
        value={parameters.get('metric') || 'all'}
        onChange={choose('metric')}
        options={[
          { value: 'all', label: t('logs.allMetrics') },
          ...logMetrics.map(name => ({ value: name, label: name })),
        ]}
      />
      <div className={styles.range}>
        <RangeSelect value={props.rangeName} onChange={props.onRange} />
      </div>
    </div>
  );
}
