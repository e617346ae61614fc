import { basename } from 'node:path';
import { fontFaces } from './src-shared/design/fonts.ts';

// The painter's fonts come from development packages, which are not packed otherwise; of each family only the
// faces that are used. The painter looks for them in resources/fonts.
const fonts = fontFaces.map((face) => ({
  from: `node_modules/${face.package}/${face.file}`,
  to: `app.asar.unpacked/resources/fonts/${basename(face.file)}`,
}));
const fontLicences = [...new Set(fontFaces.map((face) => face.package))].map((name) => ({
  from: `node_modules/${name}`,
  to: `app.asar.unpacked/resources/fonts/licences/${basename(name)}`,
  filter: ['LICENSE*', 'README*'],
}));

/**
 * Packages for Linux, macOS and Windows. `npm run build` first; electron-builder brings the Electron runtime.
 * @type {import('electron-builder').Configuration}
 */
const config = {
  appId: 'app.galley.studio',
  productName: 'Galley',
  copyright: 'Copyright © 2026 The Galley authors',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'resources/**',
    'package.json',
    'LICENSE',
    '!**/*.test.ts',
  ],
  asar: true,
  // Whatever a child process, a native loader, ffmpeg or a font engine opens by path must lie on the real disk:
  // the painter's processes and the modules they import, native modules, ffmpeg, WASM, and the resources.
  // package.json goes along, since it makes the unpacked .js files modules.
  asarUnpack: ['package.json', 'node_modules/**', 'resources/**', 'out/main/!(main|cli).js'],
  extraResources: [
    ...fonts,
    ...fontLicences,
    { from: '.', to: '.', filter: ['LICENSE', 'THIRD-PARTY-NOTICES.md'] },
  ],
  // All native modules are N-API with prebuilt binaries: the same file serves Node and Electron.
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  fileAssociations: [
    {
      ext: 'galley',
      name: 'Galley workspace',
      description: 'Galley workspace',
      mimeType: 'application/x-galley',
    },
  ],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Graphics',
    icon: 'resources/icons/icon.png',
    synopsis: 'A desktop content studio, offline',
    maintainer: 'The Galley authors',
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.graphics-design',
    icon: 'resources/icons/icon.png',
    hardenedRuntime: true,
    entitlements: 'resources/mac/entitlements.plist',
    entitlementsInherit: 'resources/mac/entitlements.plist',
    extendInfo: {
      NSMicrophoneUsageDescription: 'Galley records your voice over a clip when you ask it to.',
    },
    gatekeeperAssess: false,
  },
  win: { target: ['nsis'], icon: 'resources/icons/icon.png' },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true, license: 'LICENSE' },
  publish: null,
};

export default config;
