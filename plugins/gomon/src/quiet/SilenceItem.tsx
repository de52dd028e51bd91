import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button, Link, Text } from '@backstage/ui';
import { Silence } from '@gomon/plugin-gomon-common';
import { useHealthPath } from '../entity/useHealthPath';
import { formatClock } from '../format/moment';
import { useFormat } from '../format/useFormat';
import { useNow } from '../live/useNow';
import styles from './quiet.module.css';

/** What the backend begins now may lie ahead of the browser's clock. */
const CLOCKS_DIFFER_MS = 60_000;

/** What, who, until when, and why; a button that ends it for those who may. */
export function SilenceItem(props: {
  silence: Silence;
  /** Names the component, where it is not clear from the page. */
  showComponent?: boolean;
  onEnd?(id: string): void;
}) {
  const { silence, showComponent, onEnd } = props;
  const { t, locale } = useFormat();
  const now = useNow();
  const healthPath = useHealthPath();
  const who = useEntityPresentation(silence.createdBy).primaryTitle;
  const what = useEntityPresentation(silence.entityRef).primaryTitle;
  const clock = (iso: string) => formatClock(iso, now, locale);
  const kind = t(`quiet.kind.${silence.kind}`);
  const isPlanned = Date.parse(silence.from) - now > CLOCKS_DIFFER_MS;
  const line = isPlanned
    ? t('quiet.planned', {
        kind,
        who,
        from: clock(silence.from),
        until: clock(silence.until),
      })
    : t('quiet.line', { kind, who, until: clock(silence.until) });
  return (
    <li className={styles.item}>
      <span className={styles.words}>
        {showComponent && (
          <Link href={healthPath(silence.entityRef)}>{what}</Link>
        )}
        <span>{line}</span>
        <Text color="secondary" className={styles.reason}>
          {silence.reason}
        </Text>
      </span>
      {onEnd && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('quiet.endNamed', { line })}
          onPress={() => onEnd(silence.id)}
        >
          {t('quiet.end')}
        </Button>
      )}
    </li>
  );
}
