import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/content-security-policy.mjs';
import { offline } from './scripts/offline.mjs';

export default defineConfig({
  // Relative addresses: the built folder runs from any path of any static host.
  base: './',
  plugins: [react(), contentSecurityPolicy(), offline()],
  worker: { format: 'es' },
  build: { target: 'es2023', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  server: { port: 5173 },
  preview: { port: 4173 },
});
