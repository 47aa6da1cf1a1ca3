/** All figures of a set on one page that needs no network and no script. */
import { htmlPage } from '../picture/html-page.ts';
import { escapeXml } from '../picture/xml.ts';
import type { Figure } from './figure.ts';

const style = `
main { max-width: 1320px; margin: 0 auto; padding: 24px 20px 60px }
figure { margin: 28px 0 44px }
figure svg { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px }
nav ol { columns: 3 260px; padding-left: 24px }
@media print { nav { display: none } figure { break-inside: avoid } }
`;

export async function figurePage(programName: string, figures: readonly Figure[]): Promise<string> {
  const entries = figures.map(({ name, title }) => `<li><a href="#${name}">${escapeXml(title)}</a></li>`);
  const pictures = figures.map(
    ({ name, svg }) =>
      `<figure id="${name}">${svg
        .replace('aria-labelledby="title desc"', `aria-labelledby="${name}-title ${name}-desc"`)
        .replace('<title id="title">', `<title id="${name}-title">`)
        .replace('<desc id="desc">', `<desc id="${name}-desc">`)}</figure>`,
  );
  const contents = figures.length < 2 ? '' : `<nav aria-label="Figures"><ol>${entries.join('')}</ol></nav>`;
  return await htmlPage({
    title: `${programName}: stack and heap`,
    style,
    scripts: [],
    data: {},
    body: `<main><h1>${escapeXml(programName)}: stack and heap</h1>${contents}${pictures.join('\n')}</main>`,
  });
}
