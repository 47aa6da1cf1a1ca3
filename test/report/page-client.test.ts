import { expect, test } from 'vitest';
import { pageScripts, pageStyle } from '../../src/report/page-client.ts';

test('the modules of the page become one script without imports, each in a scope of its own', async () => {
  const [runtime, module] = await pageScripts();
  expect([runtime!.kind, module!.kind]).toEqual(['classic', 'module']);
  // Strings of Vega's own may say import; a line that begins with it would be a statement.
  expect(module!.text).not.toMatch(/^\s*(?:import|export)\b/m);
  expect(module!.text).not.toMatch(/\beval\(|new Function/);
  for (const name of ['state', 'highlight', 'brush', 'charts', 'tables']) {
    expect(module!.text).toContain(`const $${name} = (() => {`);
  }
  expect(module!.text).toMatch(/const \{ expression \} = \$interpreter;/);
  expect(module!.text.trimEnd()).toMatch(/root\.dataset\.ready = 'true';$/);
});

test('no two addresses are asked for: nothing in script or style names one', async () => {
  const [, module] = await pageScripts();
  const own = module!.text.slice(module!.text.indexOf('const $state'));
  expect(`${own}${await pageStyle()}`).not.toMatch(/https?:|url\(|@import|fetch\(|XMLHttpRequest|WebSocket|innerHTML/);
});
