const { resolve } = require('node:path');

/**
 * Tests against real servers, which bring up what they need by @gomon/dev-stack.
 * One file at a time: each of them starts servers of its own.
 */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: [
    '<rootDir>/{packages,plugins,services}/*/integration/**/*.test.ts',
  ],
  transform: {
    '\\.(m|c)?(t|j)sx?$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      {
        jsc: { parser: { syntax: 'typescript', decorators: true } },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  cacheDirectory: resolve(__dirname, '.gomon/cache/jest'),
  maxWorkers: 1,
  testTimeout: 180_000,
};
