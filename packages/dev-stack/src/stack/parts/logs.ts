import type { Component } from '../../component';
import { createElasticsearch } from '../../elasticsearch/createElasticsearch';
import { createLogShipper } from '../../logs/createLogShipper';
import { setUpElasticsearch } from '../../logs/setUpElasticsearch';
import { metricLogFile } from '../metricLogFile';
import type { StackContext, StackPart } from '../part';

const SEARCH = 'ELASTICSEARCH_URL';

/** The logs pipeline: Elasticsearch, made ready, and the shipper that stands in for Filebeat and Logstash. */
export const logs: StackPart = {
  name: 'logs',
  title: 'logs',
  optional: true,
  portSetting:
    'move the whole stack by --port-offset, or set ELASTICSEARCH_URL to the Elasticsearch that is to be used',
  portsOf: ({ env, ports }) => [
    ...(env[SEARCH] ? [] : [ports.elasticsearch]),
    ports.filebeat,
    ports.logstash,
  ],
  addressOf: context => context.urls.elasticsearch,
  async prepare(context) {
    const search = await prepareSearch(context);
    const shipper = await createLogShipper({
      dir: context.directories.state,
      logDir: context.directories.logs,
      logFile: metricLogFile(context),
      elasticsearchUrl: context.urls.elasticsearch,
      filebeatPort: context.ports.filebeat,
      logstashPort: context.ports.logstash,
    });
    return {
      components: [...search.components, shipper],
      async start() {
        await search.start();
        await shipper.start();
      },
      isWorthShowing: line =>
        /\[(WARN|ERROR|FATAL) *\]/.test(line) || line.startsWith('{'),
    };
  },
};

async function prepareSearch({
  directories,
  env,
  ports,
  urls,
}: StackContext): Promise<{
  components: Component[];
  start(): Promise<void>;
}> {
  const makeReady = (lifecycle: boolean) =>
    setUpElasticsearch({ url: urls.elasticsearch, lifecycle, env });
  if (env[SEARCH]) {
    const lifecycle = env.ELASTICSEARCH_LIFECYCLE !== 'off';
    return { components: [], start: () => makeReady(lifecycle) };
  }
  const server = await createElasticsearch({
    dir: directories.state,
    logDir: directories.logs,
    port: ports.elasticsearch,
  });
  return {
    components: [server],
    async start() {
      await server.start();
      await makeReady(server.hasLifecycle);
    },
  };
}
