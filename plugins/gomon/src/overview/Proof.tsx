import { Text } from '@backstage/ui';
import { Figure, Pipeline } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './verdict.module.css';

/** What "healthy" rests on: who reports, that nothing is lost, how old the newest sample is. Says only what was observed. */
export function Proof(props: { pipelines: Pipeline[] }) {
  const { t, locale, age, list, figure: format } = useFormat();
  const figures = props.pipelines.flatMap(pipeline => pipeline.figures);
  const find = (id: string): Figure | undefined =>
    figures.find(figure => figure.id === id);

  const reporting = find('hosts-reporting');
  const hosts = find('hosts');
  const newest = find('newest-sample-age');
  const facts: string[] = [];
  if (reporting && hosts) {
    facts.push(
      t('verdict.hostsReport', {
        count: hosts.value,
        reporting: format(reporting),
        hosts: format(hosts),
      }),
    );
  }
  if (find('lost')?.value === 0) facts.push(t('verdict.nothingLost'));
  if (newest) {
    facts.push(t('verdict.newestSample', { span: age(newest.value) }));
  }
  if (facts.length === 0) return null;
  const sentence = list(facts);
  return (
    <Text as="p" color="secondary" className={styles.line}>
      {sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)}.
    </Text>
  );
}
