/** What every test file starts with. */
import fc from 'fast-check';

/**
 * The gate draws the same cases each time: it fails for what a change broke, never for a case that nobody drew before.
 * Other cases: `PROPERTY_SEED=7 npx vitest run`.
 */
const { PROPERTY_SEED = '2611' } = process.env;
fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  // What comes late on a busy machine comes all the same: a wait ends by what it waits for, not by the clock.
  configure({ asyncUtilTimeout: 60_000 });
}
