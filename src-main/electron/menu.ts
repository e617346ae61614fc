import type { MenuItemConstructorOptions } from 'electron';

type Language = 'zh' | 'en';

/** Roles bring their behaviour and shortcut; their labels only follow the system, so ours are written out. */
const words = {
  file: { en: 'File', zh: '文件' },
  close: { en: 'Close Window', zh: '关闭窗口' },
  quit: { en: 'Quit Galley', zh: '退出 Galley' },
  edit: { en: 'Edit', zh: '编辑' },
  undo: { en: 'Undo', zh: '撤销' },
  redo: { en: 'Redo', zh: '重做' },
  cut: { en: 'Cut', zh: '剪切' },
  copy: { en: 'Copy', zh: '复制' },
  paste: { en: 'Paste', zh: '粘贴' },
  pasteAndMatchStyle: { en: 'Paste as Plain Text', zh: '粘贴为纯文本' },
  delete: { en: 'Delete', zh: '删除' },
  selectAll: { en: 'Select All', zh: '全选' },
  view: { en: 'View', zh: '视图' },
  resetZoom: { en: 'Actual Size', zh: '实际大小' },
  zoomIn: { en: 'Zoom In', zh: '放大' },
  zoomOut: { en: 'Zoom Out', zh: '缩小' },
  togglefullscreen: { en: 'Full Screen', zh: '全屏' },
  window: { en: 'Window', zh: '窗口' },
  minimize: { en: 'Minimise', zh: '最小化' },
  zoom: { en: 'Zoom', zh: '缩放' },
  front: { en: 'Bring All to Front', zh: '全部置于顶层' },
  about: { en: 'About Galley', zh: '关于 Galley' },
  services: { en: 'Services', zh: '服务' },
  hide: { en: 'Hide Galley', zh: '隐藏 Galley' },
  hideOthers: { en: 'Hide Others', zh: '隐藏其他' },
  unhide: { en: 'Show All', zh: '全部显示' },
} as const;

type Role = Exclude<keyof typeof words, 'file' | 'edit' | 'view'>;

/** The application menu for a language and a system. */
export function menuTemplate(language: Language, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const item = (role: Role): MenuItemConstructorOptions => ({ role, label: words[role][language] });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const own: MenuItemConstructorOptions = {
    label: 'Galley',
    submenu: [
      item('about'),
      line,
      item('services'),
      line,
      item('hide'),
      item('hideOthers'),
      item('unhide'),
      line,
      item('quit'),
    ],
  };
  return [
    ...(mac ? [own] : []),
    {
      label: words.file[language],
      submenu: mac ? [item('close')] : [item('close'), line, item('quit')],
    },
    {
      label: words.edit[language],
      submenu: [
        item('undo'),
        item('redo'),
        line,
        item('cut'),
        item('copy'),
        item('paste'),
        item('pasteAndMatchStyle'),
        item('delete'),
        line,
        item('selectAll'),
      ],
    },
    {
      label: words.view[language],
      submenu: [item('resetZoom'), item('zoomIn'), item('zoomOut'), line, item('togglefullscreen')],
    },
    {
      role: 'window',
      label: words.window[language],
      submenu: mac ? [item('minimize'), item('zoom'), line, item('front')] : [item('minimize'), item('zoom')],
    },
    ...(mac ? [] : [{ role: 'help' as const, label: '?', submenu: [item('about')] }]),
  ];
}
