import { compareWorstFirst, Pipeline } from '@gomon/plugin-gomon-common';
import { countInWords } from '../words/count';
import { durationInWords } from '../words/age';
import { statusInWords } from '../words/status';

/** How a pipeline is doing, in one or two sentences. */
export function pipelineSentence(pipeline: Pipeline): string {
  const { title, status, cause, stages } = pipeline;
  if (stages.length === 0) {
    return `${title} is not set up: no entity of the catalog has one of its stages in the annotation gomon.io/stage.`;
  }
  if (status === 'not-configured') {
    return `${title} is not set up: none of its stages is watched yet.`;
  }
  if (cause) return cause.sentence;
  if (status === 'ok')
    return [`${title} is healthy.`, ...proof(pipeline)].join(' ');
  // Stages that could not be looked at degrade a pipeline, and none of them need be degraded itself.
  const worst =
    stages.find(stage => stage.status === status) ??
    [...stages].sort((a, b) => compareWorstFirst(a.status, b.status))[0];
  return worst.note ?? `${worst.title} is ${statusInWords[worst.status]}.`;
}

function proof({ figures }: Pipeline): string[] {
  const value = (id: string) => figures.find(figure => figure.id === id)?.value;
  const [reporting, hosts] = [value('hosts-reporting'), value('hosts')];
  const [lost, age] = [value('lost'), value('newest-sample-age')];
  const facts: string[] = [];
  if (reporting !== undefined && hosts !== undefined) {
    facts.push(
      `${countInWords(reporting)} of ${countInWords(hosts)} hosts report`,
    );
  }
  if (lost !== undefined)
    facts.push(lost === 0 ? 'nothing lost' : `${countInWords(lost)} lost`);
  if (age !== undefined)
    facts.push(`newest sample ${durationInWords(age)} old`);
  const [missing, newest] = [
    value('missing-bytes'),
    value('newest-document-age'),
  ];
  if (missing === 0) facts.push('every line is stored');
  if (newest !== undefined)
    facts.push(`newest line ${durationInWords(newest)} old`);
  return facts.length > 0 ? [`${capitalised(facts.join(', '))}.`] : [];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
