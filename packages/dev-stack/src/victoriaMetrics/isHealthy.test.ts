import { baseUrlOf } from './isHealthy';

describe('baseUrlOf', () => {
  it.each([
    'http://127.0.0.1:8428',
    'http://127.0.0.1:8428/',
    'http://127.0.0.1:8428/api/v1/import',
    'http://127.0.0.1:8428/api/v1/import/',
  ])('understands %s', url => {
    expect(baseUrlOf(url)).toBe('http://127.0.0.1:8428');
  });

  it('keeps the path of a server behind a prefix', () => {
    expect(baseUrlOf('http://vm/select/0/api/v1/import')).toBe(
      'http://vm/select/0',
    );
  });
});
