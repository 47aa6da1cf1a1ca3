/**
 * The shell of every page that heaplab writes: one HTML file that needs no network. Its Content-Security-Policy allows exactly the
 * scripts and the style that are inside, by their hashes, and nothing else: no request, no `eval`, no style attribute, no frame.
 */
import { createHash } from 'node:crypto';
import { LabBug } from '../base/errors.ts';
import { loadTheme, type Theme } from './theme.ts';
import { fontFaces } from './web-font.ts';
import { escapeXml } from './xml.ts';

export interface PageScript {
  readonly text: string;
  /** A module runs after the whole document is read and may await; a classic script runs where it stands, at the end of the body. */
  readonly kind: 'classic' | 'module';
}

export interface HtmlPage {
  /** Plain text. */
  readonly title: string;
  /** CSS, after the tokens and the base style: `var(--ink)`, `--muted`, `--line`, `--paper`, `--wash`, `--link`, `--warn`. */
  readonly style: string;
  /** Tokens of the page's own, without the `--`, for light and for dark. */
  readonly tokens?: { readonly light: Readonly<Record<string, string>>; readonly dark: Readonly<Record<string, string>> };
  /** In the order in which they run. They find the data in the document. */
  readonly scripts: readonly PageScript[];
  /** By id of the element that holds it: `JSON.parse(document.getElementById(id).textContent)`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Pictures stand in the body as `data:` addresses. */
  readonly images?: boolean;
  /** Markup of the body; whoever made it escaped the texts in it (`escapeXml`) and set no `style` and no `on…` attribute. */
  readonly body: string;
}

/**
 * The whole document. Light and dark follow the system; `data-scheme="light"` or `"dark"` on the root element overrules it, and paper
 * is always light. The same page gives the same bytes.
 */
export async function htmlPage({ title, style, tokens, scripts, data, images, body }: HtmlPage): Promise<string> {
  const css = `\n${fontFaces()}${colours(await loadTheme('slide'), await loadTheme('dark'), tokens)}${baseStyle}${style}`;
  if (/<\/style/i.test(css)) throw new LabBug('the style of a page would end its own element');
  for (const { text } of scripts) {
    if (/<\/script|<!--|\r/i.test(text)) throw new LabBug('a script of a page would end its own element or miss its hash');
  }
  // `escapeXml` leaves no quote in a text, so a text that looks like an attribute passes.
  const refused = /<[^>]*\s(style|on[a-z]+)="/.exec(body);
  if (refused !== null) throw new LabBug(`a page has the attribute ${refused[1]}, which its policy forbids`);
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(({ text }) => hashSource(text)).join(' ') || "'none'"}`,
    `style-src ${hashSource(css)}`,
    // The font of the charts is inside.
    'font-src data:',
    ...(images === true ? ['img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const values = Object.entries(data).map(
    ([id, value]) => `<script type="application/json" id="${escapeXml(id)}">${embedJson(value)}</script>`,
  );
  const code = scripts.map(({ text, kind }) => `<script${kind === 'module' ? ' type="module"' : ''}>${text}</script>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<style>${css}</style>
</head>
<body>
${body}
${[...values, ...code].join('\n')}
</body>
</html>
`;
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** JSON for a script element: no `<` can end it early, and no line separator can end a line. */
function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** What pages need beside the colours of the themes; each has a contrast of at least 4.5 on paper and on wash. */
const pageColours = {
  light: { wash: '#f3f5f7', link: '#0059a8', warn: '#8a4b00' },
  dark: { wash: '#161b22', link: '#79c0ff', warn: '#ffb77c' },
} as const;

function colours(light: Theme, dark: Theme, own: HtmlPage['tokens']): string {
  const block = (theme: Theme, scheme: 'light' | 'dark'): string => {
    const { gridColor } = theme.config['axis'] as { gridColor: string };
    const { ink, muted, background } = theme.canvas;
    const all = { ink, muted, line: gridColor, paper: background, ...pageColours[scheme], ...own?.[scheme] };
    const lines = Object.entries(all).map(([name, value]) => `--${name}: ${value}`);
    return `{ color-scheme: ${scheme}; ${lines.join('; ')} }`;
  };
  return `
:root ${block(light, 'light')}
@media screen { :root[data-scheme="dark"] ${block(dark, 'dark')} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-scheme="light"]) ${block(dark, 'dark')} }
`;
}

const baseStyle = `
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 Inter, "Helvetica Neue", Arial, sans-serif }
code, pre, kbd { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; font-size: 0.88em }
a { color: var(--link) }
select, button, input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--muted); border-radius: 6px;
  padding: 4px 8px }
button, select, summary { cursor: pointer }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -9999px }
.skip:focus { left: 16px; top: 8px; z-index: 3; background: var(--paper); padding: 8px }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
/* The digits of equal width are a font of their own: see web-font.ts. */
table, .figures { font-family: "Inter Figures", Inter, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums }
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation: none !important; transition: none !important; scroll-behavior: auto !important }
}
`;
