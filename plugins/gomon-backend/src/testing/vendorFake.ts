import { Probe, ProbeReport } from '@gomon/plugin-gomon-node';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { toTopology } from '../catalog/toTopology';
import { entity, silentLogger } from './fixtures';

/** What a vendor's server answers at one path, without its query. */
export type VendorAnswers = Record<
  string,
  { status?: number; body: unknown } | undefined
>;

/** A server that answers as a vendor documents it; `answers` may be changed while it runs. */
export interface VendorFake {
  readonly url: string;
  answers: VendorAnswers;
  close(): Promise<void>;
}

/** Serves answers that were written after a vendor's reference, for systems that cannot be had here. */
export async function serveVendor(answers: VendorAnswers): Promise<VendorFake> {
  const fake: VendorFake = { url: '', answers, close: async () => {} };
  const server = createServer((request, response) => {
    const answer = fake.answers[request.url!.split('?')[0]];
    response.writeHead(answer ? answer.status ?? 200 : 404, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer?.body ?? {}));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  });
}

/** The logs pipeline as the catalog describes it. */
export const logsTopology = toTopology(
  [
    entity('aggregator', 'aggregator', { sendsTo: 'filebeat' }),
    entity('filebeat', 'log-shipper', { sendsTo: 'logstash' }),
    entity('logstash', 'log-processor', { sendsTo: 'elasticsearch' }),
    entity('elasticsearch', 'search', { sendsTo: 'kibana' }),
    entity('kibana', 'log-ui'),
  ],
  'default',
);

/** Lets a probe look once at the logs pipeline. */
export function lookAtLogs(
  probe: Probe,
  now = new Date(),
): Promise<ProbeReport> {
  return probe.look({
    components: logsTopology.components.filter(({ stage }) =>
      probe.stages.includes(stage),
    ),
    topology: logsTopology,
    now,
    signal: AbortSignal.timeout(10_000),
    logger: silentLogger,
  });
}

/** The check of a report by its id. */
export function checkIn({ components }: ProbeReport, id: string) {
  return components
    .flatMap(({ checks = [] }) => checks)
    .find(check => check.id === id);
}

/** The value of a figure on a flow. */
export function flowIn(
  { flows = [] }: ProbeReport,
  from: string,
  to: string,
): number | undefined {
  return flows.find(
    flow => flow.from.endsWith(`/${from}`) && flow.to.endsWith(`/${to}`),
  )?.figures[0].value;
}
