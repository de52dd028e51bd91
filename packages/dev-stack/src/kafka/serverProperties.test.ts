import { serverProperties } from './serverProperties';

const node = (id: number) => ({
  id,
  brokerPort: 19_000 + id,
  controllerPort: 19_100 + id,
});

describe('serverProperties', () => {
  it('replicates to three of three nodes and takes writes while two are in sync', () => {
    const cluster = [node(0), node(1), node(2)];
    const lines = serverProperties(cluster[1], cluster, '/data').split('\n');
    expect(lines).toContain('node.id=1');
    expect(lines).toContain('default.replication.factor=3');
    expect(lines).toContain('min.insync.replicas=2');
    expect(lines).toContain(
      'controller.quorum.voters=0@127.0.0.1:19100,1@127.0.0.1:19101,2@127.0.0.1:19102',
    );
  });

  it('needs no second replica where there is one node', () => {
    const lines = serverProperties(node(0), [node(0)], '/data').split('\n');
    expect(lines).toContain('offsets.topic.replication.factor=1');
    expect(lines).toContain('min.insync.replicas=1');
  });

  it('listens on loopback alone', () => {
    const text = serverProperties(node(0), [node(0)], '/data');
    const hosts = text.match(/(?<=:\/\/)[^:,]+/g);
    expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']));
  });

  it('lets a test override any property', () => {
    const text = serverProperties(node(0), [node(0)], '/data', {
      'log.retention.ms': '1000',
      'min.insync.replicas': '5',
    });
    expect(text).toContain('log.retention.ms=1000\n');
    expect(text.match(/^min\.insync\.replicas=.*$/gm)).toEqual([
      'min.insync.replicas=5',
    ]);
  });
});
