import { readdirSync, readFileSync } from 'node:fs';

/** Every script the page asks for before it can start: the entry and what it preloads. */
const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => `dist/${path}`);
const styles = [...page.matchAll(/href="\.\/([^"]+\.css)"/g)].map(([, path]) => `dist/${path}`);

/**
 * What follows once the page stands: the workers, and a view each. A new one has to do with the last limit.
 * @type {Readonly<Record<string, string>>}
 */
const LATER = {
  worker: '20 kB',
  'search-worker': '22 kB',
  search: '30 kB',
  layers: '10 kB',
  communication: '8 kB',
  'how-panel': '25 kB',
  palette: '10 kB',
  fuzzy: '10 kB',
  tour: '4 kB',
  'keys-dialog': '3 kB',
  studies: '30 kB',
  'report-files': '18 kB',
  'study-boot': '35 kB',
};
const OTHER = '10 kB';

const later = readdirSync(new URL('dist/assets', import.meta.url))
  .filter((file) => file.endsWith('.js') && !scripts.includes(`dist/assets/${file}`))
  .map((file) => ({ file, name: file.replace(/-[\w-]{8}\.js$/, '') }));

const missing = Object.keys(LATER).filter((name) => !later.some((each) => each.name === name));
if (missing.length > 0) throw new Error(`No script of its own for ${missing.join(', ')}: it is in the first download.`);

export default [
  { name: 'initial script', path: scripts, gzip: true, limit: '200 kB' },
  { name: 'initial style', path: styles, gzip: true, limit: '15 kB' },
  ...later.map(({ file, name }) => ({ name, path: `dist/assets/${file}`, gzip: true, limit: LATER[name] ?? OTHER })),
];
