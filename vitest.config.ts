import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two workers suit the smallest machines; a test file has a process of its own, so a heap that one leaves behind is gone.
    pool: 'forks',
    maxWorkers: 2,
    // Programs recurse on the host's stack; workers of heaplab have one of their own size.
    execArgv: ['--stack-size=7500'],
    testTimeout: 300_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    disableConsoleIntercept: true,
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});
