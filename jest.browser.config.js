/**
 * Tests in a real Chromium against a whole stack of their own, portal included.
 * `yarn test browser` finds the browser and hands its path over as CHROME_PATH.
 */
module.exports = {
  ...require('./jest.integration.config'),
  testMatch: ['<rootDir>/packages/app/browser/**/*.test.ts'],
  testTimeout: 300_000,
};
