import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (p: string) => fileURLToPath(new URL(p, import.meta.url));
export default defineConfig({
  root: at('..'),
  plugins: [
    react(),
    {
      name: 'mock',
      transformIndexHtml: () => [
        { tag: 'script', attrs: { type: 'module', src: '/dev/mock.js' }, injectTo: 'head' },
      ],
    },
  ],
  resolve: {
    alias: [
      ...(process.env.STUB ? [{ find: '@/features/quizzes', replacement: at('./quizzes.jsx') }] : []),
      { find: '@/lib/socket', replacement: at('./socket.js') },
      { find: '@', replacement: at('../src') },
    ],
  },
  server: { port: 5199, hmr: false },
});
