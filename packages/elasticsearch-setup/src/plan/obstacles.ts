import { Desired } from '../desired/desired';
import { Observed } from '../observed/observed';

/** Something that must be settled by a person first. */
export interface Obstacle {
  /** What is wrong, with its evidence. */
  problem: string;
  /** What to do about it; lines to type where there are some. */
  advice: string;
}

/** What stands in the way before any index is looked at. */
export function findObstacles(
  desired: Desired,
  observed: Observed,
): Obstacle[] {
  return [
    ...wrongVersion(observed),
    ...noLifecycle(desired, observed),
    ...strongerTemplates(desired, observed),
  ];
}

function wrongVersion({ version }: Observed): Obstacle[] {
  return version.startsWith('8.')
    ? []
    : [
        {
          problem: `The server is Elasticsearch ${version}; this command speaks to 8.x.`,
          advice: 'Name an Elasticsearch 8 in ELASTICSEARCH_URL.',
        },
      ];
}

function noLifecycle(desired: Desired, observed: Observed): Obstacle[] {
  return !desired.policy || observed.hasLifecycle
    ? []
    : [
        {
          problem:
            'The server has no lifecycle engine (/_ilm is unknown to it): indices would grow without end.',
          advice:
            'Use an Elasticsearch with its default modules. For development alone ELASTICSEARCH_LIFECYCLE=off leaves the policy out.',
        },
      ];
}

function strongerTemplates(desired: Desired, observed: Observed): Obstacle[] {
  const own = desired.templates[desired.alias].priority;
  return observed.rivals
    .filter(({ priority }) => priority >= own)
    .map(({ name, priority }) => ({
      problem: `The index template ${name} (priority ${priority}) matches ${desired.alias}-000001, too, and would be used instead of ours (priority ${own}).`,
      advice: `Narrow its index patterns, lower its priority below ${own}, or remove it: DELETE /_index_template/${name}`,
    }));
}
