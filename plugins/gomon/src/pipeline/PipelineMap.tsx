import { Text } from '@backstage/ui';
import { Pipeline } from '@gomon/plugin-gomon-common';
import { useId } from 'react';
import { useFormat } from '../format/useFormat';
import { StatusLine } from '../status/StatusLine';
import { toColumns } from './columns';
import { EdgeFlow } from './EdgeFlow';
import { EmptyPipeline } from './EmptyPipeline';
import styles from './PipelineMap.module.css';
import { StageCard } from './StageCard';

/**
 * One pipeline as a map. To the eye stages in a row with arrows between them, or below each other where there is no room; to a
 * screen reader an ordered list.
 */
export function PipelineMap(props: {
  pipeline: Pipeline;
  /** Its own figures, in a line beside its status; the page shows those of the first pipeline large. */
  showFigures?: boolean;
}) {
  const { pipeline } = props;
  const { t, figure: format } = useFormat();
  const headingId = useId();
  const columns = toColumns(pipeline);
  return (
    <section
      className={styles.pipeline}
      aria-label={t('pipeline.region', { title: pipeline.title })}
    >
      <header className={styles.header}>
        <Text as="h2" variant="title-x-small" id={headingId}>
          {pipeline.title}
        </Text>
        <StatusLine status={pipeline.status} since={pipeline.since} />
        {props.showFigures &&
          pipeline.figures.map(figure => (
            <span key={figure.id} className={styles.headerFigure}>
              {figure.label} {format(figure)}
            </span>
          ))}
      </header>
      {pipeline.stages.length === 0 ? (
        <EmptyPipeline />
      ) : (
        <div className={styles.frame}>
          <ol
            className={styles.columns}
            data-long={columns.length > 5 || undefined}
            aria-labelledby={headingId}
          >
            {columns.map(column => (
              <li key={column.stages[0].entityRef} className={styles.column}>
                <div className={styles.stages}>
                  {column.stages.map(stage => (
                    <StageCard key={stage.entityRef} stage={stage} />
                  ))}
                </div>
                {column.outgoing.length > 0 && (
                  <div className={styles.edges}>
                    {column.outgoing.map(({ edge, to }) => (
                      <EdgeFlow
                        key={`${edge.from} ${edge.to}`}
                        edge={edge}
                        toTitle={to.title}
                        named={column.outgoing.length > 1}
                      />
                    ))}
                  </div>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
