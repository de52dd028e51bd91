import { FilebeatInstance } from '../../config/schema';
import { HttpTarget } from '../http/HttpTarget';
import { numberOf, parseJson } from '../http/parseJson';

/** What one Filebeat says of itself. */
export interface Filebeat {
  url: string;
  /** Lines that were read. */
  read: number;
  /** Lines that were read and not yet taken by Logstash. */
  waiting: number;
  /** Lines that Logstash has taken. */
  acknowledged: number;
  /** Lines that were thrown away, by the pipeline or by the output. */
  dropped: number;
  /** Files that are open. */
  openFiles: number;
}

/** Reads `/stats` of a Filebeat ("HTTP endpoint" in its reference). */
export async function readFilebeat(
  url: string,
  instance: FilebeatInstance,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Filebeat> {
  const target = new HttpTarget({ ...instance, url, timeoutMs });
  const body = await target.getText('/stats', signal);
  return parseJson(body, ({ filebeat, libbeat }) => ({
    url: target.url,
    read: numberOf(libbeat.pipeline.events.published),
    waiting: numberOf(libbeat.pipeline.events.active),
    acknowledged: numberOf(libbeat.output.events.acked),
    dropped:
      numberOf(libbeat.output.events.dropped) +
      (libbeat.pipeline.events.dropped ?? 0),
    openFiles: numberOf(filebeat.harvester.open_files),
  }));
}
