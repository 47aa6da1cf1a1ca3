import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type HtmlPage, htmlPage } from '../../src/picture/html-page.ts';

const plain: HtmlPage = {
  title: 'T',
  style: 'p { margin: 0 }',
  scripts: [
    { text: 'window.first = 1;', kind: 'classic' },
    { text: 'export {};', kind: 'module' },
  ],
  data: { data: [1] },
  body: '<main><h1>H</h1></main>',
};

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the policy names the scripts and the style that are inside, and nothing else', async () => {
  const html = await htmlPage(plain);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!;
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hash('window.first = 1;')} ${hash('export {};')}`,
    `style-src ${hash(style)}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(html).toContain('<script>window.first = 1;</script>\n<script type="module">export {};</script>');
  expect(await htmlPage({ ...plain, scripts: [] })).toContain("script-src 'none'; ");
});

test('data come back as they were, and no text of theirs ends the element', async () => {
  const value = { text: `</script><!-- \u2028\u2029 & "quoted"`, list: [null, 1.5, 'é'] };
  const html = await htmlPage({ ...plain, title: '</title><b>&', data: { numbers: value } });
  const found = /<script type="application\/json" id="numbers">(.*?)<\/script>/.exec(html)![1]!;
  expect(JSON.parse(found)).toEqual(value);
  expect(html.match(/<\/script>/g)).toHaveLength(3);
  expect(html).toContain('<title>&lt;/title&gt;&lt;b&gt;&amp;</title>');
});

test('text has a contrast of at least 4.5 in light and dark', async () => {
  const html = await htmlPage({ ...plain, tokens: { light: { mine: '#123456' }, dark: { mine: '#FEDCBA' } } });
  const blocks = [...html.matchAll(/^(.*)\{ color-scheme: (light|dark); (.*?) \}/gm)].map(([, before, scheme, body]) => ({
    before,
    scheme,
    of: new Map([...body!.matchAll(/--(\w+): (#\w+)/g)].map(([, name, color]) => [name, color!])),
  }));
  expect(blocks.map(({ scheme }) => scheme)).toEqual(['light', 'dark', 'dark']);
  for (const { scheme, of } of blocks) {
    expect(of.get('mine')).toBe(scheme === 'light' ? '#123456' : '#FEDCBA');
    for (const text of ['ink', 'muted', 'link', 'warn'])
      for (const ground of ['paper', 'wash'])
        expect(contrast(of.get(text)!, of.get(ground)!), `${scheme} ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
  // Only screens are dark: paper keeps the colours of the first block.
  expect(blocks.slice(1).every(({ before }) => before!.startsWith('@media screen'))).toBe(true);
});

describe('a page that its own policy would break is refused', () => {
  test.each<[string, Partial<HtmlPage>]>([
    ['a style attribute', { body: '<p class="a" style="color: red">x</p>' }],
    ['an event attribute', { body: '<p onclick="f()">x</p>' }],
    ['a script that ends itself', { scripts: [{ text: 'const a = "</SCRIPT>";', kind: 'classic' }] }],
    ['a script that opens a comment', { scripts: [{ text: 'const a = "<!--";', kind: 'classic' }] }],
    ['a script whose lines the parser would change', { scripts: [{ text: 'a;\r\nb;', kind: 'classic' }] }],
    ['a style that ends itself', { style: '</style>' }],
  ])('%s', async (_what, change) => {
    await expect(htmlPage({ ...plain, ...change })).rejects.toThrow(/page/);
  });

  test('but a text may say the same', async () => {
    const html = await htmlPage({ ...plain, body: '<p title="a style=&quot;b onclick=&quot;">style=&quot;</p>' });
    expect(html).toContain('style=&quot;</p>');
  });
});

/** Of two colours `#RRGGBB`, as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}
