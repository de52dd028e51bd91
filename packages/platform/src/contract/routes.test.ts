import { fileOf, find, ofKind } from './platform';
import { ROUTES } from './routes';

const routes = ofKind('Ingress').flatMap(ingress =>
  ingress.spec.rules.map((rule: { host: string; http: object }) => ({
    ...rule,
    ingress,
  })),
);

describe('the ingress', () => {
  it('has the hosts of the contract and no other', () => {
    expect(routes.map(({ host }) => host).sort()).toEqual(
      Object.keys(ROUTES).sort(),
    );
  });

  it.each(Object.entries(ROUTES))('leads %s to its service', (host, route) => {
    const { http, ingress } = routes.find(own => own.host === host);
    expect(fileOf(ingress)).toBe(route.file);
    expect(ingress.spec.ingressClassName).toBe('nginx');
    const { name, port } = http.paths[0].backend.service;
    expect(name).toBe(route.service);
    expect(find('Service', name).spec.ports).toContainEqual(
      expect.objectContaining({ name: port.name, port: route.port }),
    );
  });

  it.each(Object.entries(ROUTES))(
    'asks for a login where what is behind it does not: %s',
    (host, route) => {
      const { annotations } = routes.find(own => own.host === host).ingress
        .metadata;
      const asks = annotations['nginx.ingress.kubernetes.io/auth-type'];
      expect(asks).toBe(route.login ? 'basic' : undefined);
    },
  );
});
