import { collectSchemas, type OpenApi, type Schema } from './collectSchemas';

const kindOf = (group: string, version: string, kind: string) => ({
  'x-kubernetes-group-version-kind': [{ group, version, kind }],
});
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

const openApi: OpenApi = {
  info: { version: 'v1.33.0' },
  definitions: {
    'io.k8s.api.apps.v1.Deployment': {
      ...kindOf('apps', 'v1', 'Deployment'),
      type: 'object',
      description: 'Left out.',
      required: ['spec'],
      properties: {
        spec: ref('io.k8s.api.apps.v1.DeploymentSpec'),
        kind: { type: 'string', enum: ['Deployment'] },
      },
    },
    'io.k8s.api.apps.v1.DeploymentSpec': {
      type: 'object',
      properties: {
        replicas: { type: 'integer', minimum: 0 },
        ports: {
          type: 'array',
          items: ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString'),
        },
        limits: {
          type: 'object',
          additionalProperties: ref(
            'io.k8s.apimachinery.pkg.api.resource.Quantity',
          ),
        },
        target: { 'x-kubernetes-int-or-string': true },
        // Refers to itself, as schemas of custom resources do.
        next: ref('io.k8s.api.apps.v1.DeploymentSpec'),
      },
    },
    'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: 'string' },
    'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: 'string' },
    'io.k8s.api.core.v1.ConfigMap': {
      ...kindOf('', 'v1', 'ConfigMap'),
      type: 'object',
      properties: { data: { type: 'object', properties: {} } },
      'x-kubernetes-preserve-unknown-fields': true,
    },
    'io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions': {
      'x-kubernetes-group-version-kind': [
        { group: '', version: 'v1', kind: 'DeleteOptions' },
        { group: 'apps', version: 'v1', kind: 'DeleteOptions' },
      ],
    },
  },
};

describe('collectSchemas', () => {
  it('takes a kind and all that it refers to, and nothing else', () => {
    const { $defs, kinds, version } = collectSchemas(openApi, [
      'apps/v1/Deployment',
    ]);
    expect(version).toBe('v1.33.0');
    expect(kinds).toEqual({
      'apps/v1/Deployment': 'io.k8s.api.apps.v1.Deployment',
    });
    expect(Object.keys($defs).sort()).toEqual([
      'io.k8s.api.apps.v1.Deployment',
      'io.k8s.api.apps.v1.DeploymentSpec',
      'io.k8s.apimachinery.pkg.api.resource.Quantity',
      'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
    ]);
  });

  it('allows no field that the kind does not have', () => {
    const { $defs } = collectSchemas(openApi, ['apps/v1/Deployment']);
    expect($defs['io.k8s.api.apps.v1.Deployment']).toEqual({
      type: 'object',
      required: ['spec'],
      properties: {
        spec: { $ref: '#/$defs/io.k8s.api.apps.v1.DeploymentSpec' },
        kind: { type: 'string', enum: ['Deployment'] },
      },
      additionalProperties: false,
    });
  });

  it('allows any field where the server keeps those it does not know', () => {
    const { $defs } = collectSchemas(openApi, ['v1/ConfigMap']);
    expect($defs['io.k8s.api.core.v1.ConfigMap']).toMatchObject({
      additionalProperties: true,
      properties: { data: { additionalProperties: false } },
    });
  });

  it('takes quantities and ports as text and as numbers', () => {
    const { $defs } = collectSchemas(openApi, ['apps/v1/Deployment']);
    expect($defs['io.k8s.apimachinery.pkg.api.resource.Quantity']).toEqual({
      type: ['string', 'number'],
    });
    expect($defs['io.k8s.apimachinery.pkg.util.intstr.IntOrString']).toEqual({
      type: ['string', 'integer'],
    });
    const { properties } = $defs['io.k8s.api.apps.v1.DeploymentSpec'];
    expect(properties).toMatchObject({
      replicas: { type: 'integer', minimum: 0 },
      target: { type: ['string', 'integer'] },
      limits: {
        additionalProperties: {
          $ref: '#/$defs/io.k8s.apimachinery.pkg.api.resource.Quantity',
        },
      },
      ports: {
        items: {
          $ref: '#/$defs/io.k8s.apimachinery.pkg.util.intstr.IntOrString',
        },
      },
    });
  });

  it.each(['apps/v2/Deployment', 'v1/DeleteOptions'])(
    'refuses %s, which is no kind of object here',
    kind => {
      expect(() => collectSchemas(openApi, [kind])).toThrow(
        `The API server knows no ${kind}`,
      );
    },
  );
});
