import { Link } from '@backstage/ui';
import { Action } from '@gomon/plugin-gomon-common';
import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import styles from './verdict.module.css';

/** What a person can do: words, a command to copy, a place to go. */
export function ActionLine(props: { action: Action }) {
  const { t } = useFormat();
  const { text, command, configuration, url } = props.action;
  return (
    <div className={styles.action}>
      <span>
        <strong>{t('verdict.action')}</strong> {text}
      </span>
      {command && <Command text={command} />}
      {configuration && (
        <div className={styles.block}>
          <Command text={configuration} />
        </div>
      )}
      {url && (
        <Link href={url} target="_blank" rel="noopener">
          {t('verdict.open')}
        </Link>
      )}
    </div>
  );
}
