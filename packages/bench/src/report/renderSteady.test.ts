import { fleetOf } from '../sizing/fixtures';
import { renderSteady } from './renderSteady';

const head = { date: 'd', machine: 'm', versions: 'v' };

describe('renderSteady', () => {
  it('has a line for each fleet', () => {
    const lines = renderSteady({ head, fleets: [fleetOf(10_000)] });
    expect(lines.at(-1)).toBe(
      '| 10,000 | 3 | 12 | 5,333 | 20 | 31 | 0.5 | 1 | 4,000, 4,500 | 150 | 110 |',
    );
    expect(lines[2]).toContain('watched for 120 s');
  });

  it('holds the fleet of a hundred thousand to its bars', () => {
    const fleet = { ...fleetOf(100_000), uncommitted: [1_000, 2_000] };
    const page = renderSteady({ head, fleets: [fleet] }).join('\n');
    expect(page).toContain('| CPU within 200m | 146m | held |');
    expect(page).toContain(
      '| lag flat | 2.00 times the first | **not held** |',
    );
  });
});
