import { Button, Text } from '@backstage/ui';
import { useState } from 'react';
import panel from '../entity/panel.module.css';
import { useFormat } from '../format/useFormat';
import styles from './quiet.module.css';
import { SilenceForm } from './SilenceForm';
import { SilenceItem } from './SilenceItem';
import { useSilences } from './useSilences';

/** Who keeps a component quiet, why and until when; and the form to do so, for those who may. */
export function QuietPanel(props: { entityRef: string }) {
  const { t } = useFormat();
  const { silences, isBusy, refusal, create, end } = useSilences(
    props.entityRef,
  );
  const [isOpen, setOpen] = useState(false);
  if (!silences || (silences.length === 0 && !create)) return null;
  return (
    <section className={panel.panel} aria-label={t('quiet.panel')}>
      <Text as="h2" variant="title-x-small" className={panel.title}>
        {t('quiet.panel')}
      </Text>
      <Text as="p" color="secondary" className={panel.hint}>
        {silences.length > 0 ? t('quiet.truth') : t('quiet.none')}
      </Text>
      {silences.length > 0 && (
        <ul className={styles.list}>
          {silences.map(silence => (
            <SilenceItem key={silence.id} silence={silence} onEnd={end} />
          ))}
        </ul>
      )}
      {refusal && (
        <p role="alert" className={styles.problem}>
          {t('quiet.refused', { detail: refusal.detail })}
        </p>
      )}
      {create && !isOpen && (
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpen(true)}
          >
            {t('quiet.open')}
          </Button>
        </div>
      )}
      {create && isOpen && (
        <SilenceForm
          entityRef={props.entityRef}
          isBusy={isBusy}
          onCancel={() => setOpen(false)}
          onSubmit={async silence => {
            if (await create(silence)) setOpen(false);
          }}
        />
      )}
    </section>
  );
}
