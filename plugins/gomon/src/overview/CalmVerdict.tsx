import { Text } from '@backstage/ui';
import { Pipeline, Status } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { StatusShape } from '../status/StatusShape';
import { Proof } from './Proof';
import styles from './verdict.module.css';

/** Nothing fails: one sentence, and what it rests on. */
export function CalmVerdict(props: {
  status: Status;
  sentence: string;
  /** The pipelines whose figures prove the sentence. */
  proofOf?: Pipeline[];
  remark?: string;
}) {
  const { t } = useFormat();
  return (
    <section className={styles.verdict} aria-label={t('verdict.calmRegion')}>
      <StatusShape status={props.status} size={22} />
      <div className={styles.words}>
        <Text
          as="h2"
          variant={{ initial: 'title-x-small', sm: 'title-small' }}
          className={styles.sentence}
        >
          <span role="status">{props.sentence}</span>
        </Text>
        {props.proofOf && <Proof pipelines={props.proofOf} />}
        {props.remark && (
          <Text as="p" color="secondary" className={styles.line}>
            {props.remark}
          </Text>
        )}
      </div>
    </section>
  );
}
