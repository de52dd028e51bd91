import { ownSources } from './ownSources';

const file = (path: string) => ({
  path,
  statementMap: {},
  fnMap: {},
  branchMap: {},
  s: {},
  f: {},
  b: {},
});

const kept = (...paths: string[]) =>
  Object.keys(
    ownSources(
      Object.fromEntries(paths.map(path => [path, file(path)])),
      '/repository',
    ),
  );

describe('ownSources', () => {
  it("keeps the sources of this repository's packages, plugins and services", () => {
    const own = [
      '/repository/packages/wire/src/metric.ts',
      '/repository/plugins/gomon-common/src/deep/below.ts',
      '/repository/services/agent/src/main.ts',
    ];
    expect(kept(...own)).toEqual(own);
  });

  it('leaves out dependencies, wherever they are installed', () => {
    expect(
      kept(
        '/repository/node_modules/kafkajs/src/index.js',
        '/repository/packages/wire/node_modules/protobufjs/src/index.ts',
        '/elsewhere/packages/wire/src/metric.ts',
      ),
    ).toEqual([]);
  });

  it('leaves out what has no statements of ours, such as a manifest', () => {
    expect(
      kept(
        '/repository/services/agent/package.json',
        '/repository/packages/wire/src/generated.js',
      ),
    ).toEqual([]);
  });
});
