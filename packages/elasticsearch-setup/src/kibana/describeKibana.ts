import { KibanaPlan } from './planKibana';

const kinds = {
  'index-pattern': 'data view',
  lens: 'chart',
  dashboard: 'dashboard',
};

/** The plan as a person reads it. */
export function describeKibana({
  obstacles,
  steps,
  warnings,
}: KibanaPlan): string {
  const told = warnings.map(warning => `! ${warning}`);
  if (obstacles.length > 0) {
    return [
      ...told,
      'Nothing is changed in Kibana:',
      ...obstacles.map(obstacle => `x ${obstacle}`),
    ].join('\n');
  }
  if (steps.length === 0) {
    return [...told, 'Kibana has everything as it is to be.'].join('\n');
  }
  return [
    ...told,
    ...steps.map(({ differs, object: { attributes, type } }) =>
      differs
        ? `~ ${kinds[type]} ${attributes.title}: ${differs.join(', ')}`
        : `+ ${kinds[type]} ${attributes.title}`,
    ),
  ].join('\n');
}
