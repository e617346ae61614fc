import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src-*/**/*.test.ts',
      'src-*/**/*.test.tsx',
      'resources/**/*.test.ts',
      'e2e/rules/**/*.test.ts',
    ],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Media tests each start ffmpeg or a painter child; more files at once than cores only makes them wait.
    maxWorkers: 2,
  },
});
