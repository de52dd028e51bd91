import { Desired, generationOf, indexName } from '../desired/desired';
import { FieldMapping } from '../desired/fields';
import { Observed, ObservedIndex } from '../observed/observed';
import {
  foreignIndices,
  lostAlias,
  nameTaken,
  newest,
  noWriteIndex,
  stray,
} from './indexFindings';
import { Obstacle } from './obstacles';
import type { PlanOptions, Step } from './plan';

interface IndexPlan {
  steps: Step[];
  obstacles: Obstacle[];
  warnings: string[];
}

function steps(...list: Step[]): IndexPlan {
  return { steps: list, obstacles: [], warnings: [] };
}

function obstacle(one: Obstacle): IndexPlan {
  return { steps: [], obstacles: [one], warnings: [] };
}

function adoption(alias: string, indices: ObservedIndex[]): Step {
  return {
    kind: 'adopt-indices',
    alias,
    indices: indices.map(({ name }) => name),
    writeIndex: newest(alias, indices).name,
  };
}

function withoutAlias(
  { alias }: Desired,
  outside: ObservedIndex[],
  adopt: boolean,
): IndexPlan {
  const series = outside.filter(
    ({ name }) => generationOf(alias, name) !== undefined,
  );
  const warnings = outside
    .filter(index => !series.includes(index))
    .map(index => stray(alias, index));
  if (series.length === 0) {
    const index = indexName(alias, 1);
    return {
      ...steps({ kind: 'create-index', index, alias }),
      warnings,
    };
  }
  return adopt
    ? { ...steps(adoption(alias, series)), warnings }
    : { ...obstacle(lostAlias(alias, series)), warnings };
}

function wrongTypes(
  is: Record<string, FieldMapping>,
  toBe: Record<string, FieldMapping>,
  prefix = '',
): string[] {
  return Object.entries(toBe).flatMap(([name, field]) => {
    const found = is[name];
    if ('properties' in field) {
      const inner = found && 'properties' in found ? found.properties : {};
      return wrongTypes(inner, field.properties, `${prefix}${name}.`);
    }
    const type = found && 'type' in found ? found.type : undefined;
    return type === field.type
      ? []
      : [`${prefix}${name} is ${type ?? 'not indexed'}, not ${field.type}`];
  });
}

/** A template counts for new indices only: where the write index differs from it, a new one is begun. */
function rollOverWhereDifferent(
  { alias, templates }: Desired,
  write: ObservedIndex,
): Step[] {
  const { mappings, settings } = templates[alias].template!;
  const reasons = wrongTypes(write.properties, mappings.properties);
  const lifecycle = settings.index.lifecycle as ObservedIndex['lifecycle'];
  if (lifecycle && write.lifecycle?.name !== lifecycle.name) {
    reasons.push(
      write.lifecycle?.name
        ? `it follows the policy ${write.lifecycle.name}`
        : 'it follows no policy',
    );
  }
  return reasons.length > 0
    ? [{ kind: 'roll-over', alias, from: write.name, reasons }]
    : [];
}

/** What is to be done about the write alias and the indices behind it. */
export function planIndices(
  desired: Desired,
  { indices }: Observed,
  { adopt }: PlanOptions,
): IndexPlan {
  const { alias } = desired;
  const squatter = indices.find(({ name }) => name === alias);
  if (squatter) {
    return obstacle(nameTaken(alias, squatter));
  }
  const behind = indices.filter(({ aliased }) => aliased);
  const strangers = behind.filter(
    ({ name }) => generationOf(alias, name) === undefined,
  );
  if (strangers.length > 0) {
    return obstacle(foreignIndices(alias, strangers));
  }
  const outside = indices.filter(({ aliased }) => !aliased);
  if (behind.length === 0) {
    return withoutAlias(desired, outside, adopt);
  }
  const write = behind.find(({ writeIndex }) => writeIndex);
  if (!write) {
    return adopt
      ? steps(adoption(alias, behind))
      : obstacle(noWriteIndex(alias, behind));
  }
  return {
    steps: rollOverWhereDifferent(desired, write),
    obstacles: [],
    warnings: outside.map(index => stray(alias, index)),
  };
}
