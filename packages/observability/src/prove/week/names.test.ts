import { askedNames } from './names';

it('knows what rules ask for, and takes no function for a series', () => {
  const names = askedNames();
  expect([...names]).toEqual(
    expect.arrayContaining([
      'up',
      'mem_usage_percent',
      'vm_rows_ignored_total',
    ]),
  );
  expect(
    [...names].filter(name => /^(sum|rate|deriv|count)$/.test(name)),
  ).toEqual([]);
});
