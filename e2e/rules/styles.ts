import { posix } from 'node:path';
import { parseSync } from 'vite';

/**
 * Which class names a CSS module defines and which ones a source file takes from it. A name that no style defines is
 * `undefined` in the window and says nothing, so a test compares the two.
 */

/** What one source file takes of one CSS module; 'any' where the name is only known when it runs. */
export interface StyleUse {
  module: string;
  names: ReadonlySet<string>;
  any: boolean;
}

export interface StyleFault {
  file: string;
  module: string;
  name: string;
  reason: 'not defined' | 'not used';
}

/** The project path of an imported CSS module, or null for any other import. */
function stylePath(file: string, specifier: string): string | null {
  if (!specifier.endsWith('.module.css')) return null;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  return specifier.startsWith('#renderer/') ? `src-renderer/${specifier.slice('#renderer/'.length)}` : null;
}

/** Style text without comments and strings, which may hold dots and braces of their own. */
function bare(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, ' ');
}

/** Every class that a selector of the module names; those of `:global(…)` belong to others. */
export function classesOf(text: string): Set<string> {
  const found = new Set<string>();
  // What stands before a brace is a selector, save for at-rules; declarations end in semicolons before it.
  for (const [, before = ''] of bare(text).matchAll(/([^{};]*)\{/g)) {
    if (before.trim().startsWith('@')) continue;
    const own = before.replace(/:global\([^()]*\)/g, ' ');
    for (const [, name] of own.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)) if (name) found.add(name);
  }
  return found;
}

/** Classes that styles of `file` take into their own with `composes`, by the module they come from. */
export function composedIn(file: string, text: string): StyleUse[] {
  const uses: StyleUse[] = [];
  for (const [, list = '', source] of text.matchAll(
    /\bcomposes:\s*([\w\s-]+?)(?:\s+from\s+["']([^"']+)["'])?\s*[;}]/g,
  )) {
    const module = source === undefined ? file : stylePath(file, source);
    if (module !== null) uses.push({ module, names: new Set(list.split(/\s+/)), any: false });
  }
  return uses;
}

interface SyntaxNode {
  type: string;
  [field: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The names that `styles[…]` can stand for, or null when only a run can tell. */
function namesIn(key: unknown): string[] | null {
  if (!isNode(key)) return null;
  if (key.type === 'Literal' && typeof key['value'] === 'string') return [key['value']];
  if (key.type !== 'ConditionalExpression') return null;
  const [first, second] = [namesIn(key['consequent']), namesIn(key['alternate'])];
  return first && second ? [...first, ...second] : null;
}

/** What a source file takes of each CSS module that it imports under a name. */
export function usesOf(file: string, source: string): StyleUse[] {
  if (!source.includes('.module.css')) return [];
  const { module, program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const taken = new Map<string, { module: string; names: Set<string>; any: boolean }>();
  for (const item of module.staticImports) {
    const path = stylePath(file, item.moduleRequest.value);
    if (path === null) continue;
    for (const { localName } of item.entries)
      taken.set(localName.value, { module: path, names: new Set(), any: false });
  }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node) || node.type === 'ImportDeclaration') return;
    if (node.type === 'Identifier') {
      // The whole module is handed on: whoever gets it may take anything.
      const use = taken.get(String(node['name']));
      if (use) use.any = true;
      return;
    }
    const { object, property, computed } = node;
    const use =
      node.type === 'MemberExpression' && isNode(object) && object.type === 'Identifier'
        ? taken.get(String(object['name']))
        : undefined;
    if (use) {
      const names =
        computed === true ? namesIn(property) : isNode(property) ? [String(property['name'])] : null;
      if (names) for (const name of names) use.names.add(name);
      else use.any = true;
      if (computed === true) visit(property);
      return;
    }
    for (const [field, value] of Object.entries(node)) {
      // Names of members and of plain properties are no references.
      if (field === 'property' && computed !== true) continue;
      if (field === 'key' && computed !== true && node['shorthand'] !== true) continue;
      visit(value);
    }
  };
  visit(program);
  return [...taken.values()];
}

/**
 * Every class that is taken and not defined, and every one that is defined and never taken.
 * @param files All sources and styles by their path from the project's root.
 */
export function styleFaults(files: ReadonlyMap<string, string>): StyleFault[] {
  const faults: StyleFault[] = [];
  const defined = new Map<string, Set<string>>();
  for (const [file, text] of files) if (file.endsWith('.module.css')) defined.set(file, classesOf(text));
  const used = new Map<string, { names: Set<string>; any: boolean }>();
  for (const [file, text] of files)
    for (const use of file.endsWith('.css') ? composedIn(file, text) : usesOf(file, text)) {
      const all = used.get(use.module) ?? { names: new Set(), any: false };
      for (const name of use.names) {
        all.names.add(name);
        if (!defined.get(use.module)?.has(name))
          faults.push({ file, module: use.module, name, reason: 'not defined' });
      }
      used.set(use.module, { names: all.names, any: all.any || use.any });
    }
  for (const [module, names] of defined) {
    const use = used.get(module);
    if (use?.any) continue;
    for (const name of names)
      if (!use?.names.has(name)) faults.push({ file: module, module, name, reason: 'not used' });
  }
  return faults;
}
