import { ElasticsearchInstance } from '../../config/schema';
import { HttpAnswer, HttpTarget } from '../http/HttpTarget';
import { numberOf, parseJson } from '../http/parseJson';
import { LookError } from '../LookError';
import { Contents, contentsOf, contentsQuery } from './contents';
import { Watermarks, watermarksOf } from './watermarks';
import { byCodeUnits } from '../../words/byCodeUnits';

/** Health of the cluster. */
export interface ClusterHealth {
  status: 'green' | 'yellow' | 'red';
  nodes: number;
  unassignedShards: number;
  /** How long the answer took. */
  durationMs: number;
}

/** The disk of one node. */
export interface Disk {
  node: string;
  totalBytes: number;
  freeBytes: number;
}

/** The write alias, as it is. */
export interface WriteAlias {
  indices: string[];
  writeIndex?: string;
  /** Indices that may not be written to, because the disk is too full. */
  blocked: string[];
}

/** An index in whose lifecycle a step failed. */
export interface LifecycleError {
  index: string;
  step: string;
  reason: string;
}

/** Reads one Elasticsearch through the calls of its 8.x reference. */
export class ElasticsearchClient {
  readonly #target: HttpTarget;
  readonly #alias: string;
  readonly #path: string;

  constructor(instance: ElasticsearchInstance, timeoutMs: number) {
    this.#target = new HttpTarget({ ...instance, timeoutMs });
    this.#alias = instance.index;
    this.#path = encodeURIComponent(instance.index);
  }

  async health(signal: AbortSignal): Promise<ClusterHealth> {
    // 408: the cluster has no master; the body tells all the same.
    const { body, durationMs, status } = await this.#target.get(
      '/_cluster/health',
      signal,
    );
    if (status !== 200 && status !== 408) {
      throw new LookError('down', `it answered HTTP ${status}`);
    }
    return parseJson(body, answer => ({
      status: answer.status,
      nodes: numberOf(answer.number_of_nodes),
      unassignedShards: numberOf(answer.unassigned_shards),
      durationMs,
    }));
  }

  async disks(signal: AbortSignal): Promise<Disk[]> {
    const body = await this.#target.getText(
      '/_nodes/stats/fs?filter_path=nodes.*.name,nodes.*.fs.total',
      signal,
    );
    return parseJson(body, ({ nodes }) =>
      Object.values<any>(nodes).map(({ fs, name }) => ({
        node: String(name),
        totalBytes: numberOf(fs.total.total_in_bytes),
        freeBytes: numberOf(fs.total.available_in_bytes),
      })),
    );
  }

  async watermarks(signal: AbortSignal): Promise<Watermarks> {
    const body = await this.#target.getText(
      '/_cluster/settings?include_defaults=true&flat_settings=true&filter_path=*.cluster*disk*',
      signal,
    );
    return parseJson(body, watermarksOf);
  }

  /** @returns undefined when there is no such alias */
  async alias(signal: AbortSignal): Promise<WriteAlias | undefined> {
    const path = `/_alias/${this.#path}`;
    const { body, status } = await this.#target.get(path, signal);
    if (status === 404) return undefined;
    requireOk(status);
    const blocks = await this.#target.getText(
      `/${this.#path}/_settings/index.blocks.*`,
      signal,
    );
    return parseJson(body, answer => {
      const entries = Object.entries<any>(answer);
      const flags = parseJson(blocks, told => told);
      return {
        indices: entries.map(([index]) => index).sort(byCodeUnits),
        writeIndex: entries.find(
          ([, { aliases }]) => aliases[this.#alias]?.is_write_index,
        )?.[0],
        blocked: Object.entries<any>(flags)
          .filter(([, { settings }]) => isBlocked(settings?.index?.blocks))
          .map(([index]) => index),
      };
    });
  }

  /** @returns undefined where the server has no lifecycle engine */
  async lifecycleErrors(
    signal: AbortSignal,
  ): Promise<LifecycleError[] | undefined> {
    const { body, status } = await this.#target.get(
      `/${this.#path}-*/_ilm/explain?only_errors=true`,
      signal,
    );
    if (status === 400 || status === 405) return undefined;
    requireOk(status);
    return parseJson(body, ({ indices }) =>
      Object.values<any>(indices).map(
        ({ failed_step: failed, index, step, step_info: info }) => ({
          index: String(index),
          step: String(failed ?? step),
          reason: String(info?.reason ?? info?.type ?? 'no reason').slice(
            0,
            300,
          ),
        }),
      ),
    );
  }

  /** What is stored: how much, how new, how well it was understood, and whether lines are missing. */
  async contents(now: Date, signal: AbortSignal): Promise<Contents> {
    const answer = await this.#search(contentsQuery(now), signal);
    return parseJson(answer, contentsOf);
  }

  async #search(question: unknown, signal: AbortSignal): Promise<string> {
    const { body, status } = await this.#target.post(
      `/${this.#path}/_search`,
      question,
      signal,
    );
    requireOk(status);
    return body;
  }
}

function requireOk(status: HttpAnswer['status']): void {
  if (status !== 200) {
    throw new LookError('down', `it answered HTTP ${status}`);
  }
}

/** Elasticsearch itself sets this block when a disk is above the flood watermark. */
function isBlocked(blocks: Record<string, string> | undefined): boolean {
  return blocks?.read_only_allow_delete === 'true' || blocks?.write === 'true';
}
