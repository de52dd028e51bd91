import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSync } from 'protobufjs';
import { decodeMetric } from './decode';
import { toSamples } from './samples';

const fixture = (name: string) => join(__dirname, '..', 'fixtures', name);
const hex = readFileSync(fixture('go-agent.hex'), 'utf8').replace(/\s/g, '');
const bytes = Buffer.from(hex, 'hex');

describe('a message of a Go agent', () => {
  it('is held as bytes that its own definition reads', () => {
    const type = loadSync(fixture('metric-of-go-agents.proto')).lookupType(
      'go.Metric',
    );
    const message = type.fromObject({
      timestamp: '1700000000',
      memoryUsedPercent: 37.5,
      memoryTotalGb: 16,
      memoryUsedGb: 6,
      memoryFreeGb: 10240,
      diskStats: [
        { mountpoint: '/', usedPercent: 50, totalGb: 2 ** 36, usedGb: 2 ** 35 },
        { mountpoint: '/empty', totalGb: 2 ** 30 },
      ],
      netStats: [{ interfaceName: 'all', bytesReceived: 2 ** 21 }],
      correlationId: '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      traceStartTime: '1700000000000000000',
      kafkaPublishTime: '1700000000001000000',
    });
    expect(Buffer.from(type.encode(message).finish()).toString('hex')).toBe(
      hex,
    );
  });

  it('is stored beside the new ones: zeros that it left out, seconds, one interface `all`', () => {
    const { samples, rejected, instance, nameless } = toSamples(
      decodeMetric(bytes),
      { hostHeader: 'node-7', nowMs: 1700000030000 },
    );
    expect(rejected).toEqual([]);
    expect([instance, nameless]).toEqual(['node-7', false]);
    expect(
      samples.map(({ name, labels, value }) => [
        name,
        labels.mountpoint ?? labels.interface ?? '',
        value,
      ]),
    ).toEqual([
      ['cpu_usage_percent', '', 0],
      ['mem_usage_percent', '', 37.5],
      ['disk_used_percent', '/', 50],
      ['dsk_used_gb', '/', 32],
      ['disk_used_percent', '/empty', 0],
      ['dsk_used_gb', '/empty', 0],
      ['int_bytes_recv_mb', 'all', 2],
      ['int_bytes_sent_mb', 'all', 0],
    ]);
    for (const { timestampMs, labels } of samples) {
      expect(timestampMs).toBe(1700000000000);
      expect(labels).toMatchObject({ instance: 'node-7', scope: 'unknown' });
    }
  });
});
