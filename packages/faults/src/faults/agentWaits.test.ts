import { runsOf } from './agentWaits';

const sequences = (values: number[]) => [
  {
    metric: { __name__: 'gomon_agent_sequence' },
    values,
    timestamps: values.map((_, i) => i * 1000),
  },
];

describe('runsOf', () => {
  it('finds no gap in numbers that follow each other, over several boots', () => {
    expect(runsOf(sequences([5, 6, 7, 1, 2, 3]))).toEqual({
      stored: 6,
      gaps: 0,
      firstBootTo: 7,
    });
  });

  it('takes what is exported twice for one', () => {
    const [series] = sequences([1, 2, 3]);
    expect(
      runsOf([series, { ...series, values: [1], timestamps: [0] }]),
    ).toEqual({ stored: 3, gaps: 0, firstBootTo: 3 });
  });

  it('counts the numbers that are skipped', () => {
    expect(runsOf(sequences([1, 2, 5, 9]))).toEqual({
      stored: 4,
      gaps: 5,
      firstBootTo: 9,
    });
  });
});
