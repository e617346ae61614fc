import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The system's Chromium, or null. `GALLEY_CHROMIUM` names another one. */
export function findChromium(): string | null {
  const named = process.env.GALLEY_CHROMIUM;
  if (named) return named;
  return usualPlaces.find((place) => existsSync(place)) ?? null;
}

/** True when a command is on the PATH and starts. */
export function commandWorks(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Root in a container has no user namespaces for Chromium's own sandbox; only ever for tests. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];
