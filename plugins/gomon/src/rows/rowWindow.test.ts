import { rowWindow } from './rowWindow';

const base = { height: 400, rowHeight: 40, count: 10_000 };

describe('rowWindow', () => {
  it('draws what can be seen and a little more', () => {
    expect(rowWindow({ ...base, scrollTop: 4_000 })).toEqual({
      first: 94,
      last: 116,
    });
  });

  it('ends where the list ends', () => {
    expect(rowWindow({ ...base, scrollTop: 0 }).first).toBe(0);
    expect(rowWindow({ ...base, scrollTop: 399_600 }).last).toBe(10_000);
  });

  it('draws nothing of an empty list, wherever it was scrolled to', () => {
    expect(rowWindow({ ...base, count: 0, scrollTop: 900 })).toEqual({
      first: 0,
      last: 0,
    });
  });
});
