import { readFileSync } from 'node:fs';

/** Every script the page asks for before it can start: the entry and what it preloads. */
const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => `dist/${path}`);
const styles = [...page.matchAll(/href="\.\/([^"]+\.css)"/g)].map(([, path]) => `dist/${path}`);

export default [
  { name: 'initial script', path: scripts, gzip: true, limit: '320 kB' },
  { name: 'initial style', path: styles, gzip: true, limit: '60 kB' },
];
