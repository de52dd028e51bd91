import { reasonIn } from './maven';

describe('reasonIn', () => {
  it('takes the first error, not the advice that follows it', () => {
    const output = [
      '[INFO] Scanning for projects...',
      '[ERROR] Plugin could not be resolved: connection refused -> [Help 1]',
      '[ERROR] ',
      '[ERROR] [Help 1] http://example.org/PluginResolutionException',
    ].join('\n');
    expect(reasonIn(output)).toBe(
      'Plugin could not be resolved: connection refused -> [Help 1]',
    );
  });
});
