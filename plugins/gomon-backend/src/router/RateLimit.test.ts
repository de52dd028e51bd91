import { mockCredentials } from '@backstage/backend-test-utils';
import { RateLimit, TooManyRequestsError } from './RateLimit';

describe('RateLimit', () => {
  const greedy = mockCredentials.user('user:default/greedy');
  const modest = mockCredentials.user('user:default/modest');

  function use(limit: RateLimit, count: number) {
    for (let i = 0; i < count; i++) limit.take(greedy);
  }

  it('lets a caller have a burst, then stops it', () => {
    const limit = new RateLimit(() => 0);
    use(limit, 300);
    expect(() => limit.take(greedy)).toThrow(TooManyRequestsError);
  });

  it('does not let one caller use up the share of another', () => {
    const limit = new RateLimit(() => 0);
    use(limit, 300);
    expect(() => limit.take(modest)).not.toThrow();
  });

  it('gives tokens back with time', () => {
    let now = 0;
    const limit = new RateLimit(() => now);
    use(limit, 300);
    now = 1000;
    use(limit, 100);
    expect(() => limit.take(greedy)).toThrow('100 requests a second');
  });
});
