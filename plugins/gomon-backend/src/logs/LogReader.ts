import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { ANNOTATION_LOG_INDEX, LogPage } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import { ElasticsearchInstance, KibanaInstance } from '../config/schema';
import { selectInstance } from '../config/selectInstance';
import { HttpTarget } from '../probes/http/HttpTarget';
import { parseJson } from '../probes/http/parseJson';
import { LookError } from '../probes/LookError';
import { kibanaLinks } from './kibanaLinks';
import { LogFilter, logQuery } from './logQuery';
import { toLogPage } from './toLogPage';

/** Reads log lines of components from Elasticsearch. */
export class LogReader {
  constructor(
    private readonly options: {
      elasticsearch: readonly ElasticsearchInstance[];
      kibana: readonly KibanaInstance[];
      timeoutMs: number;
      /** The component of a reference. */
      component(entityRef: string): Promise<Component | undefined>;
    },
  ) {}

  /**
   * @throws NotFoundError where no logs of the component are collected, ServiceUnavailableError when Elasticsearch does not
   * answer in time.
   */
  async read(entityRef: string, filter: LogFilter): Promise<LogPage> {
    const { component: find, timeoutMs } = this.options;
    const component = await find(entityRef);
    const instance =
      component && selectInstance(this.options.elasticsearch, component);
    // The index is the configuration's: an annotation of the catalog opens no other one.
    if (
      !instance ||
      component.entity.metadata.annotations?.[ANNOTATION_LOG_INDEX] !==
        instance.index
    ) {
      throw new NotFoundError('No logs of this component are collected');
    }
    const target = new HttpTarget({ ...instance, timeoutMs });
    const kibana = selectInstance(this.options.kibana, component);
    const links = kibana && kibanaLinks(kibana.publicUrl ?? kibana.url);
    try {
      const { body, status } = await target.post(
        `/${encodeURIComponent(instance.index)}/_search`,
        logQuery(filter),
        AbortSignal.timeout(timeoutMs),
      );
      if (status === 404) {
        throw new LookError('down', 'its write alias is lost');
      }
      if (status !== 200) {
        throw new LookError('down', `it answered HTTP ${status}`);
      }
      return parseJson(body, answer => toLogPage(answer, filter, links));
    } catch (error) {
      const { reason } = LookError.from(error);
      throw new ServiceUnavailableError(
        `Elasticsearch cannot be read: ${reason}`,
      );
    }
  }
}
