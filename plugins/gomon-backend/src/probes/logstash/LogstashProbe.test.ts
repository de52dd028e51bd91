import {
  checkIn,
  flowIn,
  lookAtLogs,
  serveVendor,
  VendorFake,
} from '../../testing/vendorFake';
import { LogstashProbe } from './LogstashProbe';

interface Told {
  in: number;
  out: number;
  queued?: number;
  queueBytes?: number;
  refused?: number;
  retried?: number;
  letters?: number;
}

/** After the example of `/_node/stats` in Logstash's reference. */
const stats = ({
  in: came,
  letters = 1,
  out,
  queueBytes = 1024,
  queued = 0,
  refused,
  retried,
}: Told) => ({
  '/_node/stats': {
    body: {
      version: '8.11.4',
      status: 'green',
      pipelines: {
        main: {
          events: { in: came, filtered: out, out, duration_in_millis: 1 },
          plugins: {
            inputs: [],
            filters: [{ id: 'f', name: 'ruby', events: { in: came, out } }],
            outputs: [
              {
                id: 'e',
                name: 'elasticsearch',
                documents: {
                  successes: out,
                  ...(refused && { non_retryable_failures: refused }),
                  ...(retried && { retryable_failures: retried }),
                },
              },
              { id: 's', name: 'stdout' },
            ],
          },
          queue: {
            type: 'persisted',
            events_count: queued,
            queue_size_in_bytes: queueBytes,
            max_queue_size_in_bytes: 1024 ** 3,
          },
          dead_letter_queue: {
            queue_size_in_bytes: letters,
            dropped_events: 0,
          },
        },
      },
    },
  },
});

const at = (seconds: number) => new Date(1_756_555_200_000 + seconds * 1000);

describe('the probe of Logstash', () => {
  let logstash: VendorFake;
  let probe: LogstashProbe;

  beforeEach(async () => {
    logstash = await serveVendor(stats({ in: 100, out: 100 }));
    probe = new LogstashProbe(
      [{ name: 'default', url: logstash.url, pipeline: 'main' }],
      2000,
    );
  });
  afterEach(() => logstash.close());

  it('says how many events a second go to Elasticsearch', async () => {
    await lookAtLogs(probe, at(0));
    logstash.answers = stats({ in: 200, out: 200 });
    const report = await lookAtLogs(probe, at(10));
    expect(flowIn(report, 'logstash', 'elasticsearch')).toBe(10);
    expect(report.components[0].checks?.map(({ status }) => status)).toEqual(
      Array(4).fill('ok'),
    );
  });

  it('is blocked when events wait and none goes out for long', async () => {
    await lookAtLogs(probe, at(0));
    const waiting = stats({ in: 900, out: 100, queued: 800 });
    logstash.answers = waiting;
    await lookAtLogs(probe, at(5));
    expect(
      checkIn(await lookAtLogs(probe, at(90)), 'logstash.output'),
    ).toMatchObject({
      status: 'down',
      failure: 'blocked',
      sentence: expect.stringContaining('800 events wait'),
    });
  });

  it('is blocked at once when every try fails', async () => {
    await lookAtLogs(probe, at(0));
    logstash.answers = stats({ in: 110, out: 100, queued: 10, retried: 10 });
    await lookAtLogs(probe, at(10));
    logstash.answers = stats({ in: 120, out: 100, queued: 20, retried: 30 });
    expect(
      checkIn(await lookAtLogs(probe, at(20)), 'logstash.output'),
    ).toMatchObject({ status: 'down', failure: 'blocked' });
  });

  it('warns before its queue is full', async () => {
    logstash.answers = stats({ in: 1, out: 1, queueBytes: 0.9 * 1024 ** 3 });
    expect(
      checkIn(await lookAtLogs(probe, at(0)), 'logstash.queue'),
    ).toMatchObject({ status: 'degraded', value: 90 });
  });

  it('tells of dead letters, which are kept', async () => {
    await lookAtLogs(probe, at(0));
    logstash.answers = stats({ in: 110, out: 110, refused: 7, letters: 4097 });
    expect(
      checkIn(await lookAtLogs(probe, at(10)), 'logstash.dead-letters'),
    ).toMatchObject({
      status: 'degraded',
      failure: 'own',
      sentence: expect.stringContaining('7 documents in the last 10 minutes'),
    });
  });

  it('says that its pipeline does not run, as when a test of the filter fails', async () => {
    logstash.answers = { '/_node/stats': { body: { pipelines: {} } } };
    expect(
      checkIn(await lookAtLogs(probe, at(0)), 'logstash.answers'),
    ).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence: expect.stringContaining('pipeline main does not run'),
    });
  });

  it('does not answer while it is away', async () => {
    await logstash.close();
    expect(
      checkIn(await lookAtLogs(probe, at(0)), 'logstash.answers'),
    ).toMatchObject({
      status: 'down',
      sentence: 'logstash does not answer: connection refused.',
    });
    logstash = await serveVendor({});
  });
});
