import { DEAD_LETTERS_HELP, runDeadLetters } from '../src/deadletters/command';
import { metricOf as messageOf, produce, recordOf } from './support/messages';
import { metricOf, readyOf } from './support/pages';
import { exportSeries } from './support/series';
import { logOf, Stack, startStack, TEST_WINDOW_MS } from './support/stack';
import { waitFor } from './support/waitFor';
import { readFile } from 'fs/promises';
import { dirname, join } from 'path';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.end());

async function committed() {
  const [{ partitions }] = await stack.admin.fetchOffsets({
    groupId: 'metrics-group',
    topics: ['metrics-v4'],
  });
  return partitions
    .map(({ partition, offset, metadata }) => ({
      partition,
      offset: Number(offset),
      accepted: metadata ? Number(JSON.parse(metadata).accepted) : -1,
    }))
    .sort((a, b) => a.partition - b.partition);
}

describe('the aggregator', () => {
  it('stores a message as exactly its series, and commits it when it is durable', async () => {
    const aggregator = await stack.aggregator({ LOG_SAMPLES: 'all' });
    await aggregator.start();
    await waitFor('readiness', async () => (await readyOf(aggregator)).ready);

    const message = messageOf('host-a', 7);
    const producedAt = Date.now();
    const [{ partition, baseOffset }] = await produce(stack.client, [
      recordOf(message),
    ]);
    const series = await waitFor('the series', async () => {
      const found = await exportSeries(
        stack.database.url,
        '{instance="host-a"}',
      );
      return found.length === 8 && found;
    });

    const common = { job: 'gomon', instance: 'host-a', scope: 'host' };
    const expected = [
      [{ __name__: 'cpu_usage_percent' }, 12.5],
      [{ __name__: 'disk_used_percent', mountpoint: '/' }, 25],
      [{ __name__: 'dsk_used_gb', mountpoint: '/' }, 1],
      [{ __name__: 'gomon_agent_interval_ms' }, 1000],
      [{ __name__: 'gomon_agent_sequence' }, 7],
      [{ __name__: 'int_bytes_recv_mb', interface: 'eth0' }, 5],
      [{ __name__: 'int_bytes_sent_mb', interface: 'eth0' }, 3],
      [{ __name__: 'mem_usage_percent' }, 50],
    ] as const;
    expect(
      series.sort((a, b) => a.metric.__name__.localeCompare(b.metric.__name__)),
    ).toEqual(
      expected.map(([own, value]) => ({
        metric: { ...common, ...own },
        values: [value],
        timestamps: [message.collectedAtMs],
      })),
    );

    // Accepted at once, durable only after the window.
    const next = Number(baseOffset) + 1;
    const early = await waitFor('the first commit', async () =>
      (
        await committed()
      ).find(row => row.partition === partition && row.accepted === next),
    );
    expect(early.offset).toBe(next - 1);
    expect(Date.now() - producedAt).toBeLessThan(TEST_WINDOW_MS);
    await waitFor('the commit', async () =>
      (
        await committed()
      ).some(row => row.partition === partition && row.offset === next),
    );
    expect(Date.now() - producedAt).toBeGreaterThan(TEST_WINDOW_MS);

    expect(
      await metricOf(aggregator, 'gomon_aggregator_samples_accepted_total'),
    ).toBe(8);
    expect(
      await metricOf(aggregator, 'gomon_aggregator_pending_messages'),
    ).toBe(0);
    const log = await readFile(
      join(dirname(aggregator.logFile), 'metrics.log'),
      'utf8',
    );
    expect(
      log.match(/Sending JSON to VictoriaMetrics: \{"metric":.*\}$/gm),
    ).toHaveLength(8);
    expect(log).toContain('Successfully processed and sent metrics');

    await aggregator.stop();
    expect(await logOf(aggregator)).toContain('"msg":"stopped"');
    expect(await logOf(aggregator)).not.toContain('could not stop');
  });

  it('is not ready while Kafka is away, and says so', async () => {
    const aggregator = await stack.aggregator({ KAFKA_BROKERS: '127.0.0.1:9' });
    await aggregator.start();
    const { reasons } = await waitFor(
      'a reason',
      async () => {
        const page = await readyOf(aggregator);
        return page.reasons.length > 0 && page;
      },
      12_000,
    );
    expect(reasons).toEqual([expect.objectContaining({ dependency: 'kafka' })]);
    // That no partition is assigned is noticed first; why, a few seconds later.
    await waitFor('the reason behind it', async () => {
      const page = await readyOf(aggregator);
      return page.reasons[0]?.code === 'KAFKA_UNREACHABLE';
    });
    await aggregator.stop();
  });
});

describe('dead letters', () => {
  const lines = async (...args: string[]) => {
    const printed: string[] = [];
    const env = { KAFKA_BROKERS: stack.kafka.brokers };
    const code = await runDeadLetters(args, env, text => printed.push(text));
    return { code, printed };
  };

  it('are listed and explained, and are what they were when they are sent again', async () => {
    const aggregator = await stack.aggregator();
    await aggregator.start();
    const buried = (count: number) =>
      waitFor(`${count} dead letters`, async () => {
        const { printed } = await lines('list');
        return printed.length === count + 1 && printed;
      });
    const trace = 'ab'.repeat(16);
    await produce(stack.client, [
      { key: 'poison', value: 'no message', headers: { trace } },
    ]);
    const [letter, total] = await buried(1);
    expect(total).toBe('1 in all');
    const [offset] = letter.trim().split(/\s+/);

    const { printed: explained } = await lines('explain', offset);
    expect(explained[0]).toContain(Buffer.from('no message').toString('hex'));
    expect(explained[1]).toBe('1 in all');

    await expect(lines('replay', '--dry-run')).resolves.toEqual({
      code: 0,
      printed: [letter, '1 in all'],
    });
    await expect(lines('replay', '--reason', 'other')).resolves.toEqual({
      code: 0,
      printed: ['0 sent again'],
    });
    await expect(lines('replay', offset)).resolves.toEqual({
      code: 0,
      printed: ['1 sent again'],
    });
    // It is as bad as before, and so comes back.
    const again = await buried(2);
    expect(again).toContain('2 in all');
    await aggregator.stop();
  });

  it('are explained by how they are asked for, and by who cannot be asked', async () => {
    await expect(lines('--help')).resolves.toEqual({
      code: 0,
      printed: [DEAD_LETTERS_HELP],
    });
    await expect(lines('destroy')).resolves.toMatchObject({ code: 2 });
    const printed: string[] = [];
    const code = await runDeadLetters(['list'], {}, text => printed.push(text));
    expect(code).toBe(1);
    expect(printed.join()).toContain('KAFKA_BROKERS');
  });
});
