import { Text } from '@backstage/ui';
import panel from '../entity/panel.module.css';
import { useFormat } from '../format/useFormat';
import styles from './quiet.module.css';
import { SilenceItem } from './SilenceItem';
import { useSilences } from './useSilences';

/** Everything that is kept quiet now or is planned to be; nothing where there is none. */
export function QuietNow() {
  const { t } = useFormat();
  const { silences, end } = useSilences();
  if (!silences || silences.length === 0) return null;
  return (
    <section className={panel.panel} aria-label={t('quiet.panel')}>
      <Text as="h2" variant="title-x-small" className={panel.title}>
        {t('quiet.panel')}
      </Text>
      <ul className={styles.list}>
        {silences.map(silence => (
          <SilenceItem
            key={silence.id}
            silence={silence}
            showComponent
            onEnd={end}
          />
        ))}
      </ul>
    </section>
  );
}
