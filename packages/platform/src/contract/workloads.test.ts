import { fileOf, find, workloads } from './platform';
import { OURS, SPECIFIED, type ContainerContract } from './workloads';

interface Port {
  containerPort: number;
  port: number;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function sizesOf({ name, resources, image }: any) {
  const [repository] = image.split(':');
  const { requests, limits } = resources;
  return {
    name,
    image: repository,
    memory: [requests.memory, limits.memory],
    cpu: [requests.cpu, limits.cpu],
  };
}

const contractSizes = ({ name, image, memory, cpu }: ContainerContract) => ({
  name,
  image,
  memory,
  cpu,
});

describe('the table of workloads', () => {
  const rows = SPECIFIED.map(row => [row.name, row] as const);
  const containers = SPECIFIED.flatMap(row =>
    row.containers.map((own, at) => [own.name, row, own, at] as const),
  );

  it.each(rows)('finds %s in its file, with its pods', (_, row) => {
    const object = find(row.kind, row.name, row.namespace);
    expect(fileOf(object)).toBe(row.file);
    const pods = row.kind === 'DaemonSet' ? 1 : object.spec.replicas;
    expect(pods).toBe(row.pods);
    expect(object.spec.template.metadata.labels).toMatchObject({
      'app.kubernetes.io/name': row.name,
    });
  });

  it.each(rows)('gives %s its images and sizes', (_, row) => {
    const { containers: own, initContainers } = find(
      row.kind,
      row.name,
      row.namespace,
    ).spec.template.spec;
    expect(initContainers).toBeUndefined();
    expect(own.map(sizesOf)).toEqual(row.containers.map(contractSizes));
  });

  it.each(containers)('keeps %s on its version line', (_, row, own, at) => {
    const { image } = find(row.kind, row.name, row.namespace).spec.template.spec
      .containers[at];
    expect(image.split(':')[1]).toMatch(own.line ?? /^v?\d/);
  });

  it.each(containers.filter(([, , { port }]) => port))(
    'lets %s be reached on its port',
    (_, row, { port }, at) => {
      const { ports } = find(row.kind, row.name, row.namespace).spec.template
        .spec.containers[at];
      expect(ports.map((own: Port) => own.containerPort)).toContain(port);
      const service = find('Service', row.name, row.namespace);
      expect(service.spec.ports.map((own: Port) => own.port)).toContain(port);
    },
  );

  it('counts eleven pods on one node', () => {
    expect(SPECIFIED.reduce((sum, { pods }) => sum + pods, 0)).toBe(11);
  });

  it('knows every workload that there is', () => {
    const known = [...SPECIFIED.map(({ name }) => name), ...OURS];
    expect(workloads.map(({ metadata }) => metadata.name).sort()).toEqual(
      known.sort(),
    );
  });
});
