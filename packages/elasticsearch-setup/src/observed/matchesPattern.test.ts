import { matchesPattern } from './matchesPattern';

it.each([
  ['*', true],
  ['aggregator*', true],
  ['aggregator-logs-*', true],
  ['*-000001', true],
  ['aggregator-logs-000001', true],
  ['aggregator-logs', false],
  ['aggregator.logs-*', false],
  ['logs-*', false],
])('%s matches aggregator-logs-000001: %s', (pattern, matches) => {
  expect(matchesPattern(pattern, 'aggregator-logs-000001')).toBe(matches);
});
