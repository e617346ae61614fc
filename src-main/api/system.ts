import { GalleyError } from '#shared/contract/failure.ts';
import { type Examination, runDoctor } from '#main/core/doctor.ts';
import type { Dialogs, Host } from '#main/ports/host.ts';
import type { JobRunner } from '#main/ports/jobs.ts';
import type { AreaHandlers } from './handlers.ts';

function dialogsOf(host: Host): Dialogs {
  if (host.dialogs) return host.dialogs;
  throw new GalleyError('unavailable', {
    en: 'This needs Galley’s own window; in a browser, type the path or drop the files instead.',
    zh: '此操作需要 Galley 桌面窗口；在浏览器中请输入路径或拖入文件。',
  });
}

/** The system's language, as far as Galley speaks it. */
export function systemLanguage(): 'zh' | 'en' {
  const named = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  const locale =
    named && !/^(C|POSIX)\b/.test(named) ? named : Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

export function createSystemHandlers(parts: {
  host: Host;
  version: string;
  examinations: readonly Examination[];
}): AreaHandlers<'system'> {
  const { host } = parts;
  return {
    'system.host': () => ({
      host: host.kind,
      version: parts.version,
      platform: process.platform,
      language: systemLanguage(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dialogs: host.dialogs !== null,
    }),
    'system.pickFolder': async () => ({ path: await dialogsOf(host).pickFolder() }),
    'system.pickFiles': async () => ({ paths: await dialogsOf(host).pickFiles() }),
    'system.reveal': async ({ path }) => {
      await dialogsOf(host).reveal(path);
      return {};
    },
    'system.doctor': () => runDoctor(parts.examinations),
  };
}

export function createJobHandlers(jobs: JobRunner): AreaHandlers<'jobs'> {
  return {
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ id }) => {
      jobs.cancel(id);
      return {};
    },
    'jobs.dismiss': ({ id }) => {
      jobs.dismiss(id);
      return {};
    },
  };
}
