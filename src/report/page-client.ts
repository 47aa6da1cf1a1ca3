/** The code of the page: Vega's runtime, its interpreter that needs no `eval`, and the page's own modules, as two scripts. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { LabBug } from '../base/errors.ts';
import { codeFile } from '../base/package-files.ts';
import type { PageScript } from '../picture/html-page.ts';

const folder = codeFile('report/page-client/');

/** Each after those it imports from; the last one runs the page. */
const modules = ['table', 'state', 'tooltip', 'highlight', 'brush', 'walk', 'charts', 'tables', 'main'] as const;

export async function pageStyle(): Promise<string> {
  return readFile(new URL('page.css', folder), 'utf8');
}

export async function pageScripts(): Promise<PageScript[]> {
  const vega = fileURLToPath(new URL('vega.min.js', import.meta.resolve('vega')));
  const runtime = (await readFile(vega, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
  const parts = [await interpreter()];
  for (const name of modules) parts.push(linked(name, await readFile(new URL(`${name}.js`, folder), 'utf8')));
  return [
    { text: runtime, kind: 'classic' },
    { text: parts.join('\n'), kind: 'module' },
  ];
}

async function interpreter(): Promise<string> {
  const source = await readFile(fileURLToPath(import.meta.resolve('vega-interpreter')), 'utf8');
  const imported = /^import \{([^}]*)\} from 'vega-util';$/m;
  if (!imported.test(source)) throw new LabBug('vega-interpreter no longer imports from vega-util alone');
  const body = source
    .replace(imported, 'const {$1} = window.vega;')
    .replace(/^export \{.*$/m, '')
    .replace(/^\/\/# sourceMappingURL=.*$/m, '');
  return `const $interpreter = (() => {\n${body}\nreturn { expression };\n})();`;
}

/**
 * A module of the page as a constant that holds what it exports, so that a page is one script with one hash and no two modules can take
 * each other's names. Knows the forms that the modules use: `import { a, b } from './x.js'`, `export const`, `export function`.
 */
function linked(name: string, source: string): string {
  const body = source
    .replace(/^import \{([^}]*)\} from '\.\/([\w-]+)\.js';$/gm, 'const {$1} = $$$2;')
    .replace(/^export (?=(?:async )?(?:function|const) )/gm, '');
  if (/^(?:import|export)\b/m.test(body))
    throw new LabBug(`the page's module ${name} imports or exports in a form that is not known`);
  if (name === modules.at(-1)) return body;
  const exported = [...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1]);
  return `const $${name} = (() => {\n${body}\nreturn { ${exported.join(', ')} };\n})();`;
}
