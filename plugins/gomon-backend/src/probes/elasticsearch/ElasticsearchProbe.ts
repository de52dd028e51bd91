import {
  CheckReport,
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { ElasticsearchInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { LookError } from '../LookError';
import { lookFailed } from '../lookFailed';
import { neighbour } from '../neighbour';
import { notConfigured } from '../notConfigured';
import {
  answersCheck,
  clusterCheck,
  diskCheck,
  lifecycleCheck,
} from './clusterChecks';
import {
  aliasCheck,
  completenessCheck,
  contentFigures,
  filterCheck,
  freshnessCheck,
} from './contentChecks';
import { Contents } from './contents';
import { ElasticsearchClient } from './ElasticsearchClient';

const setup = `gomon:
  elasticsearch:
    - url: http://elasticsearch:9200`;

/** Cluster, disk, write alias, lifecycle and documents of Elasticsearch; and what its documents tell of Logstash's filter. */
export class ElasticsearchProbe implements Probe {
  readonly id = 'elasticsearch';
  readonly stages = ['search'];

  constructor(
    private readonly instances: readonly ElasticsearchInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const reports = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    return { components: reports.flat() };
  }

  async #lookAt(
    component: Component,
    context: ProbeContext,
  ): Promise<ComponentReport[]> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return [{ entityRef, checks: [notConfigured(this.id, title, setup)] }];
    }
    const client = new ElasticsearchClient(instance, this.timeoutMs);
    try {
      return await this.#read(component, instance, client, context);
    } catch (error) {
      const check: CheckReport = {
        ...lookFailed('elasticsearch.answers', 'Answers', title, error),
        hindersFlow: true,
        meaning:
          'Nothing is lost: log lines wait in Logstash and in their file. Samples are not affected.',
      };
      return [{ entityRef, checks: [check] }];
    }
  }

  async #read(
    component: Component,
    instance: ElasticsearchInstance,
    client: ElasticsearchClient,
    context: ProbeContext,
  ): Promise<ComponentReport[]> {
    const { entityRef, title } = component;
    const { now, signal, topology } = context;
    const [health, disks, watermarks, alias, errors] = await Promise.all([
      client.health(signal),
      client.disks(signal),
      client.watermarks(signal),
      client.alias(signal),
      client.lifecycleErrors(signal),
    ]);
    const contents = alias && (await searchable(client, now, signal));
    const own: ComponentReport = {
      entityRef,
      checks: [
        answersCheck(title, health),
        clusterCheck(title, health),
        diskCheck(title, disks, watermarks, alias?.blocked ?? []),
        aliasCheck(title, instance.index, alias),
        lifecycleCheck(title, errors),
        ...(contents
          ? [
              freshnessCheck(title, contents, instance.maxDocumentAge, now),
              completenessCheck(contents),
            ]
          : []),
      ],
      figures: contents ? contentFigures(contents, now) : [],
    };
    const logstash = neighbour(component, 'log-processor', topology);
    if (!contents || !logstash) return [own];
    const checks = [filterCheck(logstash.title, contents)];
    return [own, { entityRef: logstash.entityRef, checks }];
  }
}

/** A cluster that is red may not be able to search; the checks of the cluster say so. */
async function searchable(
  client: ElasticsearchClient,
  now: Date,
  signal: AbortSignal,
): Promise<Contents | undefined> {
  try {
    return await client.contents(now, signal);
  } catch (error) {
    if (LookError.from(error).status === 'down') return undefined;
    throw error;
  }
}
