import base from '/work/main/web/vite.config.ts';
export default { ...base, root: '/work/main/web', cacheDir: '/tmp/qs/cache' };
