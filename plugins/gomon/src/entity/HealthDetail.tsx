import { EntityHealth } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { Headline } from '../overview/Headline';
import { toHeadline } from '../overview/headlineFigures';
import { QuietPanel } from '../quiet/QuietPanel';
import { ChecksPanel } from './ChecksPanel';
import { HealthHistory } from './HealthHistory';
import { HealthLinks } from './HealthLinks';
import { HealthSentence } from './HealthSentence';
import styles from './HealthDetail.module.css';
import { Runbook } from './Runbook';

/** Everything that is known of one component. */
export function HealthDetail(props: { health: EntityHealth }) {
  const { health } = props;
  const { t } = useFormat();
  return (
    <section
      className={styles.detail}
      aria-label={t('health.region', { name: health.title })}
    >
      <HealthSentence health={health} />
      {health.figures.length > 0 && (
        <Headline items={toHeadline(health.figures)} />
      )}
      <ChecksPanel checks={health.checks} />
      <HealthHistory entityRef={health.entityRef} />
      <QuietPanel entityRef={health.entityRef} />
      {health.runbook.length > 0 && <Runbook runbook={health.runbook} />}
      <HealthLinks links={health.links} />
    </section>
  );
}
