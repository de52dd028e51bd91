import { headerLine, sampleLine, successLine } from './lines';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 6);

describe('metric log lines', () => {
  it('carries the phrase and one sample as JSON up to its end', () => {
    const line = sampleLine(
      {
        name: 'disk_used_percent',
        labels: { job: 'gomon', instance: 'a"b', mountpoint: '/' },
        value: 0,
        timestampMs: NOW,
      },
      NOW,
    );
    expect(line).toBe(
      '2026-01-02T03:04:05.006Z INFO Sending JSON to VictoriaMetrics: ' +
        '{"metric":{"__name__":"disk_used_percent","job":"gomon","instance":"a\\"b","mountpoint":"/"},"values":[0],"timestamps":[1767323045006]}\n',
    );
  });

  it('carries the phrase of success with figures', () => {
    expect(successLine({ messages: 1, samples: 14, requests: 1 }, NOW)).toBe(
      '2026-01-02T03:04:05.006Z INFO Successfully processed and sent metrics: messages=1 samples=14 requests=1\n',
    );
  });

  it('begins a file with a line long enough to tell it from others', () => {
    const line = headerLine(
      { fileId: 'x'.repeat(36), host: 'h', share: 'all', maxBytes: 1 },
      NOW,
    );
    expect(line.length).toBeGreaterThan(128);
  });
});
