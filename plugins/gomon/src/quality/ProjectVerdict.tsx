import { Link, Text } from '@backstage/ui';
import {
  GateVerdict,
  ProjectQuality,
  Status,
} from '@gomon/plugin-gomon-common';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { StatusShape } from '../status/StatusShape';
import { MeasureList } from './MeasureList';
import styles from './quality.module.css';

const statuses: Record<GateVerdict, Status> = {
  passed: 'ok',
  failed: 'degraded',
  none: 'unknown',
};

/** The verdict on one project, each condition with what it takes, the figures of all code, and the way to SonarQube. */
export function ProjectVerdict(props: { project: ProjectQuality }) {
  const {
    analysedAt,
    asked,
    conditions,
    fewNewLines,
    gate = '',
    measures,
    url,
    verdict,
  } = props.project;
  const { t } = useFormat();
  const project = { project: asked, gate };
  const failed = conditions.filter(({ passed }) => !passed);
  return (
    <div className={styles.project}>
      <p className={styles.headline}>
        <StatusShape status={statuses[verdict]} />
        <span>
          {verdict === 'failed'
            ? t('quality.failed', { ...project, count: failed.length })
            : t(`quality.${verdict}`, project)}
          {analysedAt && (
            <span className={styles.when}>
              {` ${t('quality.analysed')} `}
              <Age at={analysedAt} />
            </span>
          )}
        </span>
      </p>
      {conditions.length > 0 && (
        <ul
          className={styles.conditions}
          aria-label={t('quality.conditions', { gate })}
        >
          {conditions.map(({ metric, passed, sentence }) => (
            <li key={metric}>
              <StatusShape status={passed ? 'ok' : 'degraded'} quiet={passed} />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {conditions.length === 0 && verdict === 'passed' && (
        <Text as="p" color="secondary">
          {t('quality.noNewCode', project)}
        </Text>
      )}
      {fewNewLines && (
        <Text as="p" color="secondary">
          {t('quality.fewNewLines')}
        </Text>
      )}
      <MeasureList project={asked} measures={measures} />
      {url && (
        <Link href={url} target="_blank">
          {t('quality.open', project)}
        </Link>
      )}
    </div>
  );
}
