import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Media tests each start ffmpeg or a painter child; more files at once than cores only makes them wait.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          // Pure rules without a window, and with no state but caches: their files share a worker and its modules,
          // which takes half the time of a new worker for each file. What a test sets in a module, it takes back.
          include: ['src-shared/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'studio',
          include: [
            'src-{main,preload,renderer}/**/*.test.{ts,tsx}',
            'resources/**/*.test.ts',
            'e2e/rules/**/*.test.ts',
          ],
        },
      },
    ],
  },
});
