import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const at = (path: string): string => resolve(root, path);

/** Entries of Electron, of the command line (and the web host behind it), of the painter's processes, of HEIC decoding, of reading fonts and workbooks. */
const mainEntries = {
  main: at('src-main/electron/main.ts'),
  cli: at('src-main/cli/main.ts'),
  'painter-child': at('src-main/media/painter/painter-child.ts'),
  'heic-worker': at('src-main/media/images/heic-worker.ts'),
  'font-worker': at('src-main/media/fonts/font-worker.ts'),
  'workbook-worker': at('src-main/media/tables/workbook-worker.ts'),
};

/** Fails the build on a mistake in resources/platforms, naming its path. */
function checkRulePack() {
  return {
    name: 'galley:check-rule-pack',
    async buildStart(): Promise<void> {
      const reader = pathToFileURL(at('resources/platforms/read-pack.ts')).href;
      const { readShippedPack } = (await import(reader)) as { readShippedPack: () => unknown };
      readShippedPack();
    },
  };
}

export default defineConfig({
  main: {
    plugins: [checkRulePack()],
    build: {
      outDir: at('out/main'),
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: mainEntries,
        // Flat: modules find the painter's entry beside themselves.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      minify: false,
      // A sandboxed preload may require nothing but Electron: everything else is bundled into the one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    // Absolute, since the app's own routes (/calendar/2026-11) answer with index.html too.
    base: '/',
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      // Off by default in electron-vite; a window parses half as much.
      minify: true,
      cssMinify: true,
      // Data addresses of scripts and fonts would need a wider content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('src-renderer/index.html') } },
    },
  },
});
