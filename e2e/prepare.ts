/**
 * Brings what the tests need and npm does not carry: a Chromium to drive and a newer ffmpeg.
 * On Debian and Ubuntu (as root, or with sudo) they are installed; elsewhere the missing ones are named.
 */
import { execFileSync } from 'node:child_process';
import { commandWorks, findChromium } from './drivers/chromium.ts';

const missing: string[] = [];
if (!findChromium()) missing.push('chromium');
if (!commandWorks('ffmpeg', '-version') || !commandWorks('ffprobe', '-version')) missing.push('ffmpeg');

if (missing.length > 0) {
  if (!commandWorks('apt-get', '--version')) {
    console.error(`The tests need ${missing.join(' and ')}. Install them and run the tests again.`);
    process.exit(1);
  }
  const asRoot = process.getuid?.() === 0;
  const run = (...words: string[]): void => {
    const [command, ...rest] = asRoot ? words : ['sudo', '-n', ...words];
    execFileSync(command!, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  console.log(`Installing ${missing.join(' and ')} from the system’s packages …`);
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing);
  if (!findChromium()) {
    console.error('Chromium could not be installed; set GALLEY_CHROMIUM to one and run the tests again.');
    process.exit(1);
  }
}
