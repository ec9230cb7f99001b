/** Writes docs/reproduction.md: every number the paper prints beside ours. `npm run reproduction`. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['vitest', 'run', 'test/core/studies/reproduction.test.ts'], {
  env: { ...process.env, WRITE_REPRODUCTION: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
