import { readdir, chmod } from 'node:fs/promises';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fetchMavenArtifact } from './mavenArtifact';
import { onPath } from './onPath';

/** The Elasticsearch that is fetched when none is on PATH. */
export const ELASTICSEARCH_VERSION = '8.19.21';

/** What can be done instead of fetching one. */
export const ELASTICSEARCH_CHOICES =
  'put an Elasticsearch 8 on PATH, or set ELASTICSEARCH_URL to one that runs';

/**
 * The home folder of an Elasticsearch: that on PATH if there is one, else the build that the vendor publishes to Maven
 * for integration tests. That build has no lifecycle engine (`/_ilm` is unknown to it) and answers no `GET /`.
 */
export async function findElasticsearch(): Promise<string> {
  const installed = onPath('elasticsearch');
  const home = installed && resolve(dirname(realpathSync(installed)), '..');
  if (home && existsSync(join(home, 'lib'))) {
    return home;
  }
  const folder = await fetchMavenArtifact({
    folder: `elasticsearch-${ELASTICSEARCH_VERSION}`,
    title: `Elasticsearch ${ELASTICSEARCH_VERSION}`,
    coordinates: `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${ELASTICSEARCH_VERSION}:zip`,
    unpack: true,
    otherwise: ELASTICSEARCH_CHOICES,
  });
  const unpacked = join(folder, `elasticsearch-${ELASTICSEARCH_VERSION}`);
  await makeExecutable(join(unpacked, 'bin'));
  return unpacked;
}

/** Maven does not keep the mode of what it unpacks. */
async function makeExecutable(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    await chmod(join(folder, name), 0o755);
  }
}
