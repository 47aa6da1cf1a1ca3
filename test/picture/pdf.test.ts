import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { toPdf } from '../../src/picture/pdf.ts';

const svg = (body: string, size = 'width="180mm" height="90mm"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 400 200"><title>A title &amp; more</title><desc>What is seen</desc>
<defs><clipPath id="cut"><rect x="0" y="0" width="50" height="50"/></clipPath>
<linearGradient id="fade" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="rgb(0, 114, 178)"/></linearGradient></defs>
${body}</svg>`;

/** All streams of a PDF, unpacked, as text. */
function contentOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const end = bytes.indexOf('\nendstream', at);
    const packed = bytes.subarray(at + 7, end);
    try {
      parts.push(inflateSync(packed).toString('latin1'));
    } catch {
      parts.push(packed.toString('latin1'));
    }
  }
  return parts.join('\n');
}

test('a page has the size of the picture, its title, and the same bytes every time', async () => {
  const picture = svg('<rect x="10" y="10" width="100" height="50" fill="#0072B2"/><text x="5" y="5">heap</text>');
  const pdf = await toPdf(picture);
  expect(await toPdf(picture)).toEqual(pdf);
  const raw = Buffer.from(pdf).toString('latin1');
  expect(raw).toMatch(/^%PDF-1\.7/);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(raw)!;
  expect([Number(width), Number(height)]).toEqual([expect.closeTo((180 * 72) / 25.4, 1), expect.closeTo((90 * 72) / 25.4, 1)]);
  expect(raw).toContain('A title & more');
  expect(raw).toContain('(D:19700101000000Z)');
  expect(raw).toContain('/Alt (What is seen)');
});

test('text is text: shown by an embedded font that tells which letters it shows', async () => {
  const pdf = await toPdf(svg('<text x="200" y="40" font-size="20" font-weight="700" text-anchor="middle">× q</text>'));
  const raw = Buffer.from(pdf).toString('latin1');
  expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter-Bold/);
  expect(raw).toContain('/FontFile2');
  const content = contentOf(pdf);
  expect(content).toMatch(/BT[\s\S]*TJ[\s\S]*ET/);
  // The map from glyphs to letters: the multiplication sign, the space and the q.
  for (const letter of ['00d7', '0020', '0071']) expect(content.toLowerCase()).toContain(letter);
});

test('shapes keep place, colour, dash and opacity; what is hidden is left out', async () => {
  const content = contentOf(
    await toPdf(
      svg(`<g transform="translate(7,9)" opacity="0.5"><line x1="1" y1="2" x2="3" y2="4" stroke="#D55E00" stroke-dasharray="4,2"/></g>
<g clip-path="url(#cut)"><path d="M0,0h10v10h-10Z" fill="url(#fade)"/></g>
<rect width="9" height="9" fill="none"/><g display="none"><rect x="77" y="77" width="5" height="5"/></g>`),
    ),
  );
  expect(content).toContain('1 0 0 1 7 9 cm');
  expect(content).toMatch(/\[4 2\] 0 d/);
  expect(content).toMatch(/1 2 m\s+3 4 l/);
  expect(content).toContain('W n');
  expect(content).toContain('/Pattern');
  expect(content).not.toContain('77');
});

test('what a PDF cannot hold is refused, and not left out silently', async () => {
  await expect(toPdf(svg('<image href="x.png"/>'))).rejects.toThrow(UserError);
  await expect(toPdf(svg('<path d="M0,0A5,5,0,1,1,9,9Z" fill="url(#fade)"/>'))).rejects.toThrow(/cannot hold a fill/);
});
