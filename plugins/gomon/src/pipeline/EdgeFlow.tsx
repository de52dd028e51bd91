import { Figure, PipelineEdge } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { VisuallyHiddenText } from '../states/VisuallyHiddenText';
import styles from './EdgeFlow.module.css';

function flowOf(edge: PipelineEdge) {
  if (edge.flowing === undefined) return 'unknown';
  return edge.flowing ? 'flowing' : 'still';
}

/** What flows from one stage to the next: an arrow that is drawn as standing still when it does, and its live figures. */
export function EdgeFlow(props: {
  edge: PipelineEdge;
  toTitle: string;
  /** Says where it leads to the eye as well: needed where several leave a column. */
  named: boolean;
}) {
  const { edge, toTitle } = props;
  const { t, figure: format } = useFormat();
  const flow = flowOf(edge);
  const sendsTo = t('pipeline.sendsTo', { name: toTitle });

  /** `416 messages/s` says what it is; `4,120 messages` needs its `lag`. */
  function words(figure: Figure) {
    const text = format(figure);
    return text.includes(figure.label) ? text : `${figure.label} ${text}`;
  }

  return (
    <div className={styles.edge} data-flow={flow}>
      <div className={styles.figures}>
        {props.named ? (
          <span>{sendsTo}</span>
        ) : (
          <VisuallyHiddenText>{sendsTo} </VisuallyHiddenText>
        )}
        {edge.figures.map(figure => (
          <span key={figure.id} data-figure={figure.id}>
            {words(figure)}{' '}
          </span>
        ))}
        {edge.figures.length === 0 && flow !== 'still' && (
          <VisuallyHiddenText>{t('pipeline.noFlow')}</VisuallyHiddenText>
        )}
      </div>
      {flow === 'still' && (
        <span className={styles.state}>{t('pipeline.still')}</span>
      )}
      <div className={styles.arrow} aria-hidden="true" />
    </div>
  );
}
