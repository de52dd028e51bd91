import { readSeries } from './exportSeries';

describe('a line of an export', () => {
  it('is read without what is no sample', () => {
    expect(
      readSeries(
        '{"metric":{"__name__":"a","b":"x,NaN,[y]"},"values":[NaN,1.5,Inf,-Inf,2],"timestamps":[1,2,3,4,5]}',
      ),
    ).toEqual({
      metric: { __name__: 'a', b: 'x,NaN,[y]' },
      values: [1.5, 2],
      timestamps: [2, 5],
    });
  });
});
