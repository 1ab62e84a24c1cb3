import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes `.br` and `.gz` beside every text file once, so that the server sends small files without compressing any. */
function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    writeBundle() {
      for (const file of globSync('**/*.{js,css,html,svg}', { cwd: folder })) {
        const path = join(folder, file);
        const content = readFileSync(path);
        if (content.length < 1024) continue;
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      }
    },
  };
}

// The built pages are plain files below `dist`, served by the server with its Content-Security-Policy: no inline
// script is ever produced (`modulePreload.polyfill` would be one). `npm run dev` here proxies the API to a server.
export default defineConfig({
  base: '/',
  plugins: [react(), precompress()],
  build: { target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  server: { port: 4160, strictPort: true, proxy: { '/api': process.env.DUBAN_API ?? 'http://127.0.0.1:4100' } },
});
