import { ButtonIcon, Text } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useFormat } from '../format/useFormat';
import { VisuallyHiddenText } from '../states/VisuallyHiddenText';
import styles from './Command.module.css';
import { useCopy } from './useCopy';

/** Text made to be pasted elsewhere: a command, or lines of configuration, with a button that copies it. */
export function Command(props: { text: string }) {
  const { t } = useFormat();
  const { outcome, copy } = useCopy(props.text);
  return (
    <span className={styles.command}>
      {/* Long lines scroll: whoever has no mouse needs to get into the box. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <code className={styles.text} tabIndex={0}>
        {props.text}
      </code>
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
        aria-label={t('copy.command', { command: props.text })}
        onPress={copy}
      />
      <span role="status">
        {outcome === 'copied' && (
          <VisuallyHiddenText>{t('copy.done')}</VisuallyHiddenText>
        )}
        {outcome === 'refused' && (
          <Text variant="body-small">{t('copy.failed')}</Text>
        )}
      </span>
    </span>
  );
}
