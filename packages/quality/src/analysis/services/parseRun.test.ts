import { parseRun } from './parseRun';

const script = (url: string) => ({
  scriptId: '1',
  url,
  functions: [
    {
      functionName: 'main',
      isBlockCoverage: true,
      ranges: [{ startOffset: 0, endOffset: 9, count: 1 }],
    },
  ],
});
const bundle = script(
  'file:///repository/services/agent/dist/coverage/main.cjs',
);

describe('parseRun', () => {
  it("keeps the service's bundle, not Node's own modules", () => {
    const written = {
      result: [script('node:fs'), bundle],
      timestamp: 1,
      'source-map-cache': {},
    };
    expect(parseRun(JSON.stringify(written))).toEqual({ result: [bundle] });
  });

  it.each(['', '{"result":[{"scriptId":"1","url":"file:///repo'])(
    'passes over what a killed process left half written: %j',
    text => {
      expect(parseRun(text)).toBeUndefined();
    },
  );
});
