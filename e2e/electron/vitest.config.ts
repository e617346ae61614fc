import { defineConfig } from 'vitest/config';

/** `npx vitest run --config e2e/electron/vitest.config.ts`: tests of the built main and preload. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.contract.test.ts'],
    globalSetup: ['./build-if-stale.ts'],
    testTimeout: 60_000,
    // Node itself loads what was built: only then do its resolve hooks replace Electron.
    server: { deps: { external: [/\/out\/main\//] } },
  },
});
