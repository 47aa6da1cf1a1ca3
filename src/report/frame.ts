/** The frame around a drawing: background, footer, and title, description and metadata for those who do not see it. */
import { Resvg } from '@resvg/resvg-js';
import { heaplabVersion } from '../base/version.ts';
import type { Box, Drawing } from './drawing.ts';
import { cutText, fontFiles } from './font.ts';
import type { Theme } from './theme.ts';

/** What the drawing may fill inside the canvas of `theme`. */
export function drawingBox(theme: Theme): Box {
  const { width, height, margin } = theme.canvas;
  return { width: width - 2 * margin, height: height - margin - footerHeight(theme) };
}

function footerHeight(theme: Theme): number {
  const { margin, footerSize } = theme.canvas;
  return Math.round(margin / 2 + 2 * footerSize);
}

export interface FrameText {
  readonly title: string;
  readonly description: string;
  /** The command that makes the picture, and what else a reader of it must know. */
  readonly footer: string;
}

/** A whole SVG document of exactly the canvas size. */
export function frame(drawing: Drawing, theme: Theme, text: FrameText): string {
  const { width, height, shownWidth, shownHeight, margin, background, muted, footerSize, font } = theme.canvas;
  const footer = cutText(text.footer, width - 2 * margin, footerSize, 400);
  const body = drawing.svg.replace('<svg ', `<svg overflow="visible" x="${margin}" y="${margin}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${shownWidth}" height="${shownHeight}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
<title id="title">${escapeXml(text.title)}</title>
<desc id="desc">${escapeXml(text.description)}</desc>
<metadata>${escapeXml(`heaplab ${heaplabVersion}; ${text.footer}`)}</metadata>
<rect width="${width}" height="${height}" fill="${background}"/>
${body}
<text x="${margin}" y="${height - Math.round(margin / 2) - 2}" font-family="${escapeXml(font)}" font-size="${footerSize}" fill="${muted}">${escapeXml(footer)}</text>
</svg>
`;
}

/** PNG of a framed `svg`. No font of the system is looked at, so the bytes do not depend on the machine. */
export function toPng(svg: string, theme: Theme): Uint8Array {
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: theme.canvas.pngScale },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  return renderer.render().asPng();
}

export function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // XML 1.0 has no place for control characters, not even escaped.
      .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (character === '\n' || character === '\t' ? ' ' : '\uFFFD'))
  );
}
