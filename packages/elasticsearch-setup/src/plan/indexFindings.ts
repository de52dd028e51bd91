import { generationOf } from '../desired/desired';
import { ObservedIndex } from '../observed/observed';
import type { Obstacle } from './obstacles';

/** The index of the series that was begun last. */
export function newest(alias: string, indices: ObservedIndex[]): ObservedIndex {
  return indices.reduce(
    (a, b) =>
      generationOf(alias, b.name)! > generationOf(alias, a.name)! ? b : a,
    indices[0],
  );
}

function names(indices: ObservedIndex[]): string {
  return indices
    .map(({ name, documents }) => `${name} (${documents} documents)`)
    .join(', ');
}

/** The name of the alias is held by an index. */
export function nameTaken(
  alias: string,
  { documents }: ObservedIndex,
): Obstacle {
  return {
    problem: `An index is called ${alias}, the name of the write alias (${documents} documents). Elasticsearch makes such an index by itself when something writes to the alias before it exists; no policy can roll it over.`,
    advice: [
      'Stop Logstash, keep the documents elsewhere, remove the index, and run this command again:',
      `  POST /_reindex?wait_for_completion=true {"source":{"index":"${alias}"},"dest":{"index":"${alias}-before-rollover"}}`,
      `  DELETE /${alias}`,
    ].join('\n'),
  };
}

/** The alias points to indices that are not of the series. */
export function foreignIndices(
  alias: string,
  indices: ObservedIndex[],
): Obstacle {
  return {
    problem: `The alias ${alias} points to ${names(
      indices,
    )}, which does not belong to the series ${alias}-000001 and following: somebody else uses this name.`,
    advice: `Take the alias from it (POST /_aliases {"actions":[{"remove":{"index":"${indices[0].name}","alias":"${alias}"}}]}), or choose another name by ELASTICSEARCH_INDEX.`,
  };
}

/** Indices of the series are there, the alias is not. */
export function lostAlias(alias: string, indices: ObservedIndex[]): Obstacle {
  return {
    problem: `${names(
      indices,
    )} exist without the alias ${alias}: it was lost, or something wrote to an index by its own name. No policy rolls them over (rollover alias missing), and nothing can be written through the alias.`,
    advice: `Run this command with --adopt: it puts them behind the alias and lets ${
      newest(alias, indices).name
    } be written to.`,
  };
}

/** The alias points to several indices and says of none that it is written to. */
export function noWriteIndex(
  alias: string,
  indices: ObservedIndex[],
): Obstacle {
  return {
    problem: `None of ${names(
      indices,
    )} is the write index of the alias ${alias}: writing fails or no rollover is possible.`,
    advice: `Run this command with --adopt: it lets ${
      newest(alias, indices).name
    } be written to.`,
  };
}

/** A warning: an index beside the series. */
export function stray(
  alias: string,
  { name, documents }: ObservedIndex,
): string {
  return `${name} (${documents} documents) is not behind the alias ${alias}: searches through the alias do not find it, and a policy that is to roll it over fails. It is left alone.`;
}
