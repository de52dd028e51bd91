import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { createElasticsearch } from '@gomon/dev-stack';
import { PROOF_START_MS, verifyEveryLine } from '../logs/verifyEveryLine';
import { verifySearch } from '../logs/verifySearch';
import { verifySetUp } from '../logs/verifySetUp';
import type { VerifyPart } from '../part';

const LINES = 100_000;
const DOCUMENTS = 1_000_000;

export const logs: VerifyPart = {
  name: 'logs',
  title: 'every line of the log is a document, and quickly found',
  minutes: 10,
  about:
    "Runs the set-up command against what the original leaves behind, then on an empty server, then again. Writes 100,000 lines, 1 % of them broken, the way the aggregator does, while the development shipper sends them through the Ruby filter of Logstash; rolls over by the write alias, kills Elasticsearch, rotates the log twice while it is away, starts it again, and holds every document against its line. Then searches a million documents for each of the six metric types by what stands behind the portal's Logs tab. Elasticsearch is real; its build has no lifecycle engine, so nothing here is rolled over by a policy. Filebeat and Logstash are not run: their configurations are reviewed against the vendor's reference, and what stands in for them runs the same filter file and reads its limits from the same `filebeat.yml`.",
  async run(findings) {
    const dir = await mkdtemp(join(tmpdir(), 'gomon-verify-'));
    const elasticsearch = await createElasticsearch({ dir });
    const client = new Client({
      node: elasticsearch.url,
      requestTimeout: 120_000,
    });
    try {
      await elasticsearch.start();
      const { nodes } = await client.nodes.info({ metric: 'jvm' });
      const [node] = Object.values(nodes);
      findings.version('Elasticsearch', node.version);
      await verifySetUp(client, elasticsearch.url, findings);
      await verifyEveryLine(
        { dir, lines: LINES },
        elasticsearch,
        client,
        findings,
      );
      await verifySearch(
        {
          documents: DOCUMENTS,
          startMs: PROOF_START_MS,
          url: elasticsearch.url,
        },
        client,
        findings,
      );
    } finally {
      await client.close();
      await elasticsearch.stop();
      await rm(dir, { recursive: true, force: true });
    }
  },
};
