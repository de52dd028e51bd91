import { nameOf } from '../manifests/object';
import { KINDS } from '../schema/kinds';
import { schemaErrors } from '../schema/validate';
import { find, objects } from './platform';

describe('the manifests', () => {
  it.each(objects.map(object => [nameOf(object), object] as const))(
    'are valid by the schema: %s',
    (_, object) => {
      expect(schemaErrors(object)).toEqual([]);
    },
  );

  it('have every object once', () => {
    const names = objects.map(nameOf);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('hold no secret', () => {
    expect(objects.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });
});

describe('the schema', () => {
  const grafana = find('Deployment', 'grafana');
  const changed = (change: (copy: typeof grafana) => void) => {
    const copy = structuredClone(grafana);
    change(copy);
    return schemaErrors(copy);
  };

  it('refuses a field that the kind does not have', () => {
    expect(changed(copy => (copy.spec.template.spec.container = []))).toEqual([
      expect.stringMatching(/additional properties \(container\)$/),
    ]);
  });

  it('refuses a value of another type', () => {
    expect(changed(copy => (copy.spec.replicas = '1'))).toEqual([
      '/spec/replicas must be integer',
    ]);
  });

  it('refuses a kind that the platform has no use for', () => {
    expect(changed(copy => (copy.kind = 'ReplicationController'))).toEqual([
      'there is no schema for apps/v1/ReplicationController',
    ]);
    expect(KINDS).not.toContain('v1/Pod');
  });
});
