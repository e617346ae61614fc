import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classesOf, styleFaults } from './styles.ts';

const root = join(import.meta.dirname, '../..');
const files = new Map(
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src-renderer'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(tsx?|module\.css)$/.test(file) && existsSync(join(root, file)))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);

/** The faults of two files in one feature, in short. */
function planted(source: string, style: string): string[] {
  const given = new Map([
    ['src-renderer/features/x/x.tsx', source],
    ['src-renderer/features/x/x.module.css', style],
  ]);
  return styleFaults(given).map(({ name, reason }) => `${name} ${reason}`);
}
const imported = "import styles from './x.module.css';\n";

describe('class names of the window', () => {
  it('are defined where they are used and used where they are defined', () => {
    const modules = [...files.keys()].filter((file) => file.endsWith('.css'));
    expect(modules.length).toBeGreaterThan(100);
    expect(styleFaults(files)).toEqual([]);
  });

  const faulty: [string, string, string[]][] = [
    ['const a = styles.gone;', '.here {}', ['gone not defined', 'here not used']],
    ["const a = styles['gone'];", '', ['gone not defined']],
    ["const a = styles[b ? 'one' : 'two'];", '.one {}', ['two not defined']],
    ['const a = <p className={styles.gone} />;', '/* .gone {} */', ['gone not defined']],
    ['const a = <p className={styles.gone} />;', 'p::after { content: ".gone {"; }', ['gone not defined']],
    ['const a = styles.gone;', ':global(.gone) p {}', ['gone not defined']],
    ['const a = { styles: 1 }.styles;', '.left {}', ['left not used']],
    ['const a = styles.a;', '.a { composes: gone; }', ['gone not defined']],
    ['const a = styles.a;', '@media print { .a, .a > .left[data-b="c"] {} }', ['left not used']],
    ['const a = styles.a;', '.a { color: red; &:hover .left {} }', ['left not used']],
  ];
  it.each(faulty)('finds what is wrong with %s and %s', (source, style, found) => {
    expect(planted(imported + source, style).sort()).toEqual(found.sort());
  });

  it('finds a class that no style of another folder defines', () => {
    const given = new Map([
      [
        'src-renderer/features/x/x.ts',
        "import own from '#renderer/ui/y.module.css'; export const a = own.b;",
      ],
      ['src-renderer/ui/y.module.css', '.c {}'],
    ]);
    expect(styleFaults(given).map(({ file, name }) => [file, name])).toEqual([
      ['src-renderer/features/x/x.ts', 'b'],
      ['src-renderer/ui/y.module.css', 'c'],
    ]);
  });

  it('finds styles that nobody imports', () => {
    expect(planted('export const a = 1;', '.a {}')).toEqual(['a not used']);
  });

  const good: [string, string][] = [
    ["const a = [styles.a, styles['b']];", '.a {} .b {}'],
    ["const a = styles[b ? 'one' : 'two'];", '.one {} .two {}'],
    ['const a = styles[b];', '.one {} .two {}'],
    ['take(styles);', '.one {}'],
    ['const a = styles.a;', '.a { composes: b; } .b {}'],
    ['const a = styles.a;', '.a { margin: 0.5em; } @keyframes b { 12.5% { margin: 0 } }'],
  ];
  it.each(good)('lets %s with %s pass', (source, style) => {
    expect(planted(imported + source, style)).toEqual([]);
  });

  it('reads each class of a selector, nested ones too', () => {
    expect([...classesOf('.a.b > .c:not(.d) { &:hover .e { color: red; } }')]).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });
});
