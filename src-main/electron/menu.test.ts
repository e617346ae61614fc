import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

const flat = (language: 'zh' | 'en', platform: NodeJS.Platform) =>
  menuTemplate(language, platform).flatMap((menu) => [
    menu,
    ...(Array.isArray(menu.submenu) ? menu.submenu : []),
  ]);

describe('the application menu', () => {
  it('has a Chinese word wherever it has an English one, on every system', () => {
    for (const platform of ['darwin', 'linux', 'win32'] as const) {
      const en = flat('en', platform);
      const zh = flat('zh', platform);
      expect(zh.map((item) => item.role)).toEqual(en.map((item) => item.role));
      const untranslated = zh.filter(
        (item) => item.type !== 'separator' && !/[\u4e00-\u9fff]/.test(item.label ?? ''),
      );
      expect(untranslated.map((item) => item.label)).toEqual(platform === 'darwin' ? ['Galley'] : ['?']);
    }
  });

  it('has the roles every editing app needs', () => {
    const roles = flat('en', 'linux').map((item) => item.role);
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit', 'minimize']) {
      expect(roles).toContain(role);
    }
    expect(flat('en', 'darwin').map((item) => item.role)).toEqual(
      expect.arrayContaining(['hide', 'services', 'front']),
    );
  });
});
