import { Button, Flex, Select, TextField } from '@backstage/ui';
import { SilenceKind } from '@gomon/plugin-gomon-common';
import { FormEvent, useState } from 'react';
import { GomonNewSilence } from '../api/GomonApi';
import { useFormat } from '../format/useFormat';
import styles from './quiet.module.css';
import { SilenceLength, silenceLengths, silenceTimes } from './silenceTimes';

const kinds: SilenceKind[] = ['acknowledge', 'mute', 'maintenance'];

/** The shortest reason that the backend takes. */
const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

/** Asks what to keep quiet for how long, and why. */
export function SilenceForm(props: {
  entityRef: string;
  /** Set while it is being sent. */
  isBusy: boolean;
  onSubmit(silence: GomonNewSilence): void;
  onCancel(): void;
}) {
  const { t, age } = useFormat();
  const [kind, setKind] = useState<SilenceKind>('acknowledge');
  const [length, setLength] = useState<SilenceLength>('4h');
  const [startsAt, setStartsAt] = useState('');
  const [reason, setReason] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    props.onSubmit({
      entityRef: props.entityRef,
      kind,
      reason: reason.trim(),
      // Only planned work begins later.
      ...silenceTimes(
        length,
        kind === 'maintenance' ? startsAt : '',
        Date.now(),
      ),
    });
  }

  return (
    <form
      className={styles.form}
      aria-label={t('quiet.open')}
      onSubmit={submit}
    >
      <div className={styles.fields}>
        <Select
          label={t('quiet.what')}
          size="small"
          value={kind}
          onChange={key => setKind(key as SilenceKind)}
          options={kinds.map(value => ({
            value,
            label: t(`quiet.choice.${value}`),
          }))}
        />
        {kind === 'maintenance' && (
          <label className={styles.start}>
            {t('quiet.start')}
            <input
              type="datetime-local"
              value={startsAt}
              onChange={event => setStartsAt(event.target.value)}
            />
          </label>
        )}
        <Select
          label={t('quiet.length')}
          size="small"
          value={length}
          onChange={key => setLength(key as SilenceLength)}
          options={Object.entries(silenceLengths).map(([value, ms]) => ({
            value,
            label: age(ms / 1000),
          }))}
        />
      </div>
      <TextField
        className={styles.reasonField}
        label={t('quiet.reason')}
        size="small"
        value={reason}
        onChange={setReason}
        isRequired
        minLength={SHORTEST_REASON}
        maxLength={LONGEST_REASON}
      />
      <Flex gap="2">
        <Button
          type="submit"
          size="small"
          isDisabled={props.isBusy || reason.trim().length < SHORTEST_REASON}
        >
          {t('quiet.submit')}
        </Button>
        <Button size="small" variant="secondary" onPress={props.onCancel}>
          {t('quiet.cancel')}
        </Button>
      </Flex>
    </form>
  );
}
