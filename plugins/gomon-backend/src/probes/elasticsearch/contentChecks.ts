import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { ageInWords, durationInWords } from '../../words/age';
import { countInWords, figureInWords, plural } from '../../words/count';
import { Contents } from './contents';
import { WriteAlias } from './ElasticsearchClient';

/** Whether writing through the alias is possible, and a rollover. */
export function aliasCheck(
  title: string,
  name: string,
  alias: WriteAlias | undefined,
): CheckReport {
  const common = { id: 'elasticsearch.alias', title: 'Write alias' };
  if (alias?.writeIndex) {
    return {
      ...common,
      value: alias.indices.length,
      unit: 'count',
      status: 'ok',
      sentence: `${name} writes to ${alias.writeIndex} and reads from ${plural(
        alias.indices.length,
        'index',
        'indices',
      )}.`,
    };
  }
  return {
    ...common,
    status: 'down',
    failure: 'own',
    hindersFlow: true,
    sentence: alias
      ? `The alias ${name} of ${title} has no index that is written to: nothing can be stored and nothing is rolled over.`
      : `The write alias ${name} of ${title} is lost: nothing can be stored and nothing is rolled over.`,
    meaning:
      'Documents are refused: Logstash keeps them in its dead-letter queue, from which they can be sent again.',
    action: {
      text: 'Run the set-up command: it puts the indices behind the alias again.',
      command: 'yarn workspace @gomon/elasticsearch-setup start --adopt',
    },
  };
}

/** Whether documents still come. */
export function freshnessCheck(
  title: string,
  { documents, newestAt }: Contents,
  limitMs: number,
  now: Date,
): CheckReport {
  const common = {
    id: 'elasticsearch.freshness',
    title: 'Newest document',
    unit: 'seconds' as const,
    threshold: limitMs / 1000,
  };
  if (!newestAt) {
    return {
      ...common,
      status: 'degraded',
      failure: 'starved',
      sentence: `${title} holds no log document yet.`,
    };
  }
  const seconds = (now.getTime() - newestAt.getTime()) / 1000;
  const fresh = seconds * 1000 <= limitMs;
  return {
    ...common,
    value: Math.max(0, seconds),
    status: fresh ? 'ok' : 'down',
    ...(!fresh && { failure: 'starved' as const }),
    sentence: fresh
      ? `The newest of ${plural(documents, 'document')} came ${ageInWords(
          newestAt,
          now,
        )} ago.`
      : `No document has come for ${ageInWords(
          newestAt,
          now,
        )}; one is expected every ${durationInWords(limitMs / 1000)} at least.`,
  };
}

/** Whether each line between the first and the last of a file is there: proof, by their places in the file, that none was lost. */
export function completenessCheck({
  incompleteFiles,
  missingBytes,
  recent,
}: Contents): CheckReport {
  const complete = missingBytes === 0;
  return {
    id: 'elasticsearch.complete',
    title: 'Lines without a gap',
    value: missingBytes,
    unit: 'bytes',
    threshold: 0,
    status: complete ? 'ok' : 'degraded',
    ...(!complete && { failure: 'own' as const }),
    sentence: complete
      ? `Every line of the last hour is stored, byte for byte without a gap (${countInWords(
          recent,
        )} in the last 10 minutes).`
      : `Lines of ${countInWords(
          missingBytes,
        )} bytes are missing between the stored ones of ${plural(
          incompleteFiles,
          'file',
        )}.`,
    ...(!complete && {
      meaning: 'They were lost, or are on the way and come late.',
      action: {
        text: "Look into Logstash's dead-letter queue, and whether the file is still there to be read again.",
      },
    }),
  };
}

const UNPARSED_LIMIT_PERCENT = 5;

/** Whether the filter of Logstash understands the lines: seen by their tags, so it stands with Logstash. */
export function filterCheck(
  title: string,
  { raised, recent, unparsed }: Contents,
): CheckReport {
  const wrong = raised + unparsed;
  const percent = recent === 0 ? 0 : (100 * wrong) / recent;
  const common = {
    id: 'logstash.filter',
    title: 'Filter',
    value: percent,
    unit: 'percent' as const,
    threshold: UNPARSED_LIMIT_PERCENT,
  };
  if (recent === 0) {
    return {
      ...common,
      value: undefined,
      status: 'ok',
      sentence: 'No line in the last 10 minutes.',
    };
  }
  const figures = `${countInWords(wrong)} of ${plural(
    recent,
    'line',
  )} in the last 10 minutes`;
  if (percent <= UNPARSED_LIMIT_PERCENT) {
    return {
      ...common,
      status: 'ok',
      sentence: `The filter understood all but ${figures} (${figureInWords(
        percent,
      )} %).`,
    };
  }
  const all = wrong === recent;
  return {
    ...common,
    status: all ? 'down' : 'degraded',
    failure: 'own',
    hindersFlow: false,
    sentence: all
      ? `The filter of ${title} fails every line: ${figures}.`
      : `The filter of ${title} does not understand ${figures} (${figureInWords(
          percent,
        )} %).`,
    meaning:
      'No line is lost: each is stored with its text and a tag, but without its figures.',
    action: {
      text:
        raised > 0
          ? "The filter raises errors (tag _rubyexception): Logstash's log has them."
          : 'Search for the tags _metricparsefailure and _unknownline: error.message says why.',
    },
  };
}

/** How much there is and how quickly it grows. */
export function contentFigures(
  { documents, lastMinute, missingBytes, newestAt }: Contents,
  now: Date,
): FigureReport[] {
  return [
    {
      id: 'documents-per-second',
      label: 'documents stored',
      value: lastMinute / 60,
      unit: 'documents/s',
    },
    {
      id: 'documents',
      label: 'documents',
      value: documents,
      unit: 'documents',
    },
    ...(newestAt
      ? [
          {
            id: 'newest-document-age',
            label: 'newest document',
            value: Math.max(0, (now.getTime() - newestAt.getTime()) / 1000),
            unit: 'seconds' as const,
          },
        ]
      : []),
    {
      id: 'missing-bytes',
      label: 'missing',
      value: missingBytes,
      unit: 'bytes',
    },
  ];
}
