import base from './playwright.config.js';
export default { ...base, workers: 1, use: { ...base.use, baseURL: 'http://localhost:4313/' }, outputDir: '/tmp/C/results', webServer: undefined };
