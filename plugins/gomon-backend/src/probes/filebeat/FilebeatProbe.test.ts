import {
  checkIn,
  flowIn,
  lookAtLogs,
  serveVendor,
  VendorFake,
} from '../../testing/vendorFake';
import { FilebeatProbe } from './FilebeatProbe';

/** After the example of `/stats` in Filebeat's reference. */
const stats = (published: number, acked: number, dropped = 0) => ({
  '/stats': {
    body: {
      beat: { info: { name: 'filebeat', version: '8.11.4' } },
      filebeat: {
        events: { active: published - acked, added: published, done: acked },
        harvester: { closed: 0, open_files: 1, running: 1, started: 1 },
      },
      libbeat: {
        output: {
          events: { acked, active: 0, batches: 1, dropped, failed: 0 },
          type: 'logstash',
        },
        pipeline: {
          clients: 1,
          events: { active: published - acked, dropped: 0, published },
        },
      },
    },
  },
});

const at = (seconds: number) => new Date(1_756_555_200_000 + seconds * 1000);

describe('the probe of Filebeat', () => {
  let filebeat: VendorFake;
  let probe: FilebeatProbe;

  beforeEach(async () => {
    filebeat = await serveVendor(stats(100, 100));
    probe = new FilebeatProbe(
      [{ name: 'default', urls: [filebeat.url] }],
      2000,
    );
  });
  afterEach(() => filebeat.close());

  it('says how many lines a second come in and go out', async () => {
    await lookAtLogs(probe, at(0));
    filebeat.answers = stats(150, 140);
    const report = await lookAtLogs(probe, at(10));
    expect(flowIn(report, 'aggregator', 'filebeat')).toBe(5);
    expect(flowIn(report, 'filebeat', 'logstash')).toBe(4);
    expect(checkIn(report, 'filebeat.output')).toMatchObject({ status: 'ok' });
  });

  it('is blocked when lines wait and none goes out for long', async () => {
    await lookAtLogs(probe, at(0));
    filebeat.answers = stats(150, 120);
    await lookAtLogs(probe, at(5));
    expect(
      checkIn(await lookAtLogs(probe, at(40)), 'filebeat.output'),
    ).toMatchObject({ status: 'ok' });
    expect(
      checkIn(await lookAtLogs(probe, at(65)), 'filebeat.output'),
    ).toMatchObject({
      status: 'down',
      failure: 'blocked',
      sentence: expect.stringContaining('30 lines wait'),
    });
  });

  it('counts lines that were thrown away as its own failure', async () => {
    await lookAtLogs(probe, at(0));
    filebeat.answers = stats(150, 147, 3);
    expect(
      checkIn(await lookAtLogs(probe, at(10)), 'filebeat.dropped'),
    ).toMatchObject({ status: 'degraded', failure: 'own', value: 3 });
  });

  it('says that it does not answer, and what that means for the lines', async () => {
    await filebeat.close();
    const report = await lookAtLogs(probe, at(0));
    expect(checkIn(report, 'filebeat.answers')).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence: 'filebeat does not answer: connection refused.',
      meaning: expect.stringContaining('stay in the log file'),
    });
    filebeat = await serveVendor({});
  });

  it('does not take a page of something else for zeros', async () => {
    filebeat.answers = { '/stats': { body: { hello: 'world' } } };
    expect(
      checkIn(await lookAtLogs(probe, at(0)), 'filebeat.answers'),
    ).toMatchObject({ status: 'unknown' });
  });

  it('shows the lines of configuration while nobody told where it is', async () => {
    const report = await lookAtLogs(new FilebeatProbe([], 2000));
    expect(checkIn(report, 'filebeat.setup')).toMatchObject({
      status: 'not-configured',
      action: { configuration: expect.stringContaining('filebeat:') },
    });
  });
});
