/** The frame around a drawing: background, footer, and title, description and metadata for those who do not see it. */
import { heaplabVersion } from '../base/version.ts';
import { cutText, textWidth } from './font.ts';
import type { Theme } from './theme.ts';
import { escapeXml } from './xml.ts';

/** Sizes in units of the drawing. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** What the drawing may fill inside the canvas of `theme`. */
export function drawingBox(theme: Theme): Box {
  const { width, height, margin } = theme.canvas;
  return { width: width - 2 * margin, height: height - margin - footerHeight(theme) };
}

/** Room for two lines, and as much as half of one between the labels of an axis and them. */
function footerHeight(theme: Theme): number {
  const { margin, footerSize } = theme.canvas;
  return Math.round(margin / 2 + 3 * footerSize);
}

export interface FrameText {
  readonly title: string;
  readonly description: string;
  /** The command that makes the picture, and what else a reader of it must know. */
  readonly footer: string;
  /** What follows it, on a line of its own where the command is long, and is never cut. */
  readonly footerEnd?: string;
}

/** A whole SVG document of exactly the canvas size around `svg`, an SVG element as large as `drawingBox`. */
export function frame(svg: string, theme: Theme, text: FrameText): string {
  const { width, height, shownWidth, shownHeight, margin, background, muted, footerSize, font } = theme.canvas;
  const end = text.footerEnd === undefined ? '' : ` · ${text.footerEnd}`;
  const room = width - 2 * margin;
  const isShort = textWidth(text.footer + end, footerSize, 400) <= room;
  const footers = isShort
    ? [text.footer + end]
    : [cutText(text.footer, room, footerSize, 400), ...(text.footerEnd === undefined ? [] : [text.footerEnd])];
  const last = height - Math.round(margin / 2) - 2;
  const lines = footers.map((line, index) => {
    const y = last - Math.round((footers.length - 1 - index) * 1.25 * footerSize);
    return `<text x="${margin}" y="${y}" font-family="${escapeXml(font)}" font-size="${footerSize}" fill="${muted}">${escapeXml(line)}</text>`;
  });
  const body = svg.replace('<svg ', `<svg overflow="visible" x="${margin}" y="${margin}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${shownWidth}" height="${shownHeight}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
<title id="title">${escapeXml(text.title)}</title>
<desc id="desc">${escapeXml(text.description)}</desc>
<metadata>${escapeXml(`heaplab ${heaplabVersion}; ${text.footer}${end}`)}</metadata>
<rect width="${width}" height="${height}" fill="${background}"/>
${body}
${lines.join('\n')}
</svg>
`;
}
