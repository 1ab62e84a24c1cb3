import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The built pages are plain files below `dist`, served by the server with its Content-Security-Policy: no inline
// script is ever produced (`modulePreload.polyfill` would be one). `npm run dev` here proxies the API to a server.
export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  server: { port: 4160, strictPort: true, proxy: { '/api': process.env.DUBAN_API ?? 'http://127.0.0.1:4100' } },
});
