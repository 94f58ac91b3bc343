import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';

const backend = process.env.EDUVERSE_DEV_SERVER ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [react(), compress()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    outDir: process.env.EDUVERSE_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // The policy of the server knows no data: fonts, and a file with a hashed name is cached for good anyway.
    assetsInlineLimit: 0,
    // The 3D chunk is loaded lazily and is measured by its gzip size in tests/web.
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: {
      '/api': backend,
      '/.well-known': backend,
      '/verify/offline.html': backend,
      '/socket.io': { target: backend, ws: true },
    },
  },
});
