import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/setup.ts'],
    // A file of its own for each suite's globals would cost more than the tests: threads share a module cache.
    pool: 'threads',
    // by itself it leaves one processor of two idle
    maxWorkers: 2,
    // A test that stands alone keeps all the others from running; what is skipped, scripts/test.mjs counts as failed.
    allowOnly: false,
    // A busy machine is no failure: time is measured in bench/, never asserted.
    testTimeout: 120_000,
  },
});
