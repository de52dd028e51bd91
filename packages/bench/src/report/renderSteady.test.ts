import { renderSteady } from './renderSteady';

describe('renderSteady', () => {
  it('has a line for each fleet', () => {
    const lines = renderSteady(
      { date: 'd', machine: 'm', versions: 'v' },
      'defaults',
      [
        {
          hosts: 10_000,
          seconds: 120.4,
          samplesPerSecond: 6_666.7,
          aggregatorMillicores: 41.2,
          databaseMillicores: 120,
          delayP50Seconds: 0.25,
          delayP99Seconds: 1,
          uncommitted: [4_000, 2_000, 3_000],
          residentMib: 120.2,
          peakMib: 140,
        },
      ],
    );
    expect(lines.at(-1)).toBe(
      '| 10,000 | 6,667 | 41 | 120 | 0.25 | 1 | 4,000, 3,000 | 120 | 140 |',
    );
    expect(lines[2]).toContain('watched for 120 s');
  });
});
