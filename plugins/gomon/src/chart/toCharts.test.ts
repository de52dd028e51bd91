import { Series } from '@gomon/plugin-gomon-common';
import { toCharts } from './toCharts';

const set = (series: Series[]) => ({
  from: '2025-01-01T00:00:00Z',
  to: '2025-01-01T01:00:00Z',
  step: 30,
  series,
});

const disk = (mountpoint: string, value: number): Series => ({
  name: 'disk',
  label: 'disk used',
  unit: 'percent',
  labels: { mountpoint },
  points: [[0, value]],
});

describe('toCharts', () => {
  it('draws series of one name in one chart, named by what tells them apart', () => {
    const [chart, ...others] = toCharts(
      set([disk('/', 20), disk('/data', 80)]),
    );
    expect(others).toEqual([]);
    expect(chart.data.title).toBe('disk used');
    expect(chart.data.lines.map(({ label }) => label)).toEqual(['/data', '/']);
  });

  it('keeps figures of different units apart', () => {
    expect(
      toCharts(set([disk('/', 20), { ...disk('/', 5e9), unit: 'bytes' }])),
    ).toHaveLength(2);
  });

  it('shows the lines that reach highest, and says how many it left out', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      disk(`/${index}`, index),
    );
    const [chart] = toCharts(set(many));
    expect(chart.left).toBe(3);
    expect(chart.data.lines.map(({ label }) => label)).toEqual([
      '/8',
      '/7',
      '/6',
      '/5',
      '/4',
      '/3',
    ]);
  });
});
