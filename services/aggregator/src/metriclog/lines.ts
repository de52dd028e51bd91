import { Sample } from '@gomon/wire';

// The two phrases that existing Logstash configurations look for.
const SAMPLE_PHRASE = 'Sending JSON to VictoriaMetrics: ';
const SUCCESS_PHRASE = 'Successfully processed and sent metrics';

/** What was accepted since the last line that said so. */
export interface AcceptedFigures {
  readonly messages: number;
  readonly samples: number;
  readonly requests: number;
}

/** One sample, its JSON up to the end of the line. */
export function sampleLine(sample: Sample, nowMs: number): string {
  const json = JSON.stringify({
    metric: { __name__: sample.name, ...sample.labels },
    values: [sample.value],
    timestamps: [sample.timestampMs],
  });
  return `${time(nowMs)} INFO ${SAMPLE_PHRASE}${json}\n`;
}

/** That metrics were accepted by the database. */
export function successLine(figures: AcceptedFigures, nowMs: number): string {
  const { messages, samples, requests } = figures;
  return `${time(
    nowMs,
  )} INFO ${SUCCESS_PHRASE}: messages=${messages} samples=${samples} requests=${requests}\n`;
}

/**
 * The first line of a file. Filebeat knows a file by its first bytes, so this
 * one is unique, and long enough to be all that is looked at.
 */
export function headerLine(
  options: {
    fileId: string;
    host: string;
    share: string;
    maxBytes: number;
  },
  nowMs: number,
): string {
  const { fileId, host, share, maxBytes } = options;
  return `${time(
    nowMs,
  )} INFO Log opened: gomon aggregator, file ${fileId}, host ${host}, share ${share}, rotates at ${maxBytes} bytes\n`;
}

function time(nowMs: number): string {
  return new Date(nowMs).toISOString();
}
