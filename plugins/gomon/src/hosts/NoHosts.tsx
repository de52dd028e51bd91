import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import { Notice } from '../states/Notice';

/** What the list says when it is empty: nothing fits, or no host has ever reported. */
export function NoHosts(props: { isFiltered: boolean }) {
  const { t } = useFormat();
  if (props.isFiltered) {
    return (
      <Notice title={t('hosts.none')} hint={t('hosts.noneHint')} announce />
    );
  }
  return (
    <Notice title={t('hosts.never')} hint={t('hosts.neverHint')} announce>
      <Command text="KAFKA_BROKERS=127.0.0.1:9092 yarn workspace @gomon/agent start" />
    </Notice>
  );
}
