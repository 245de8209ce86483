/** Tests run side by side; each file that needs one makes its own database and namespace (tests/support). */
module.exports = {
  testEnvironment: 'node',
  // Real servers on a machine that may have other work: a test that hangs is found, one that is slow is not.
  testTimeout: 300_000,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
};
