/** Puts a figure together: title, source with the current line, one panel of stack and heap for each strategy, legend, what was printed. */

import { balanceText, codeFont, codeWidth, cutCode, cutText, textWidth, wrapText } from '../picture/font.ts';
import { type Box, drawingBox, frame } from '../picture/frame.ts';
import { lookOf, type Theme } from '../picture/theme.ts';
import { escapeXml } from '../picture/xml.ts';
import { drawScene } from './draw.ts';
import type { Layout } from './layout.ts';
import type { Scene } from './scene.ts';
import { descriptionOf, leftOutText, type StrategyScene } from './words.ts';

export interface SheetPanel extends StrategyScene {
  /** Null when this strategy has no scene at all. */
  readonly layout: Layout | null;
}

export interface SheetText {
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
  /** A sentence in bold and what follows it, under the source; null shows what the program has printed. */
  readonly note: { readonly lead: string; readonly text: string } | null;
  /** What the program has printed so far. */
  readonly printed: string;
}

export interface SheetSource {
  readonly lines: readonly string[];
  /** The line that is marked, from 1; null marks none. */
  readonly line: number | null;
  /** First and last line that any figure of the set marks. */
  readonly span: readonly [first: number, last: number];
}

/** Letters of the source, largest first: a short program is set larger, so that it fills its slide. */
const sourceSizes = [24, 22, 20, 18, 16] as const;
const leastSize = 16;
const printedSize = 16;
/** Line height as a multiple of the letters. */
const leading = 1.7;
const heading = 20;
const legendType = [15, 500] as const;
const noteSize = 19;
/** Units between source and panels, and between panels. */
const gutter = 36;
/** Width of a canvas that titles need. */
const leastWidth = 1280;
const scales = { least: 0.72, good: 1.1, most: 1.5 };
/** Of the source; a longer line is cut where figures need the room. */
const sourceWidths = { usual: 440, most: 620 };

/** How the panels stand and how large they are: the same for all figures of a set. */
export interface SheetPlan {
  readonly theme: Theme;
  readonly sourceWidth: number;
  readonly sourceSize: number;
  readonly scale: number;
  readonly inRows: boolean;
}

/** Chooses arrangement and scale. A set that would be too small on the canvas of `theme` gets a larger canvas of the same shape; `trim` takes off what nothing fills. */
export function planSheet(layouts: readonly (Layout | null)[], source: SheetSource, theme: Theme, trim: boolean): SheetPlan {
  const roomy = roomySource(layouts, source, theme);
  const { sourceWidth, sourceSize } = roomy ?? {
    sourceSize: leastSize,
    sourceWidth: widthOfSource(source, leastSize, sourceWidths.usual),
  };
  for (let growth = 1; ; growth *= 1.12) {
    const larger = enlarged(theme, growth);
    const best = arrange(layouts, panelRoom(larger, sourceWidth));
    if (best.scale < scales.least && growth < 12) continue;
    const plan = { theme: larger, sourceWidth, sourceSize, ...best, scale: Math.min(best.scale, scales.most) };
    return growth === 1 || !trim ? plan : { ...plan, theme: trimmed(plan, layouts, source) };
  }
}

function arrange(layouts: readonly (Layout | null)[], room: Box): { inRows: boolean; scale: number } {
  return [false, true]
    .map((inRows) => ({ inRows, scale: scaleOf(layouts, room, inRows) }))
    .reduce((a, b) => (b.scale > a.scale * 1.08 ? b : a));
}

/** The largest letters with which the whole source stands beside figures of a good size, uncut; null when there are none. */
function roomySource(
  layouts: readonly (Layout | null)[],
  source: SheetSource,
  theme: Theme,
): { sourceWidth: number; sourceSize: number } | null {
  if (source.lines.length === 0) return null;
  const free = drawingBox(theme).height - titleHeight - 130;
  for (const sourceSize of sourceSizes) {
    const sourceWidth = widthOfSource(source, sourceSize, Number.POSITIVE_INFINITY);
    const fits = source.lines.length * sourceSize * leading <= free || sourceSize === leastSize;
    const good = sourceSize === leastSize ? scales.good * 0.8 : scales.good;
    if (fits && sourceWidth <= sourceWidths.most && arrange(layouts, panelRoom(theme, sourceWidth)).scale >= good)
      return { sourceWidth, sourceSize };
  }
  return null;
}

function enlarged(theme: Theme, growth: number): Theme {
  if (growth === 1) return theme;
  const { canvas } = theme;
  const grown = (length: string): string =>
    length.replace(/^[\d.]+/, (number) => String(Math.round(Number(number) * growth * 100) / 100));
  return {
    ...theme,
    canvas: {
      ...canvas,
      width: Math.round(canvas.width * growth),
      height: Math.round(canvas.height * growth),
      shownWidth: grown(canvas.shownWidth),
      shownHeight: grown(canvas.shownHeight),
    },
  };
}

/** A canvas that has been enlarged loses the height and width that nothing fills. */
function trimmed(
  { theme, inRows, scale, sourceWidth, sourceSize }: SheetPlan,
  layouts: readonly (Layout | null)[],
  source: SheetSource,
): Theme {
  const { canvas } = theme;
  const heights = layouts.map((layout) => headingHeight(layouts.length > 1) + Math.max(layout?.height ?? 0, 80) * scale);
  const panels = inRows ? heights.reduce((sum, height) => sum + height + gutter / 2, 0) : Math.max(...heights);
  const text = Math.min(source.lines.length, 24) * sourceSize * leading + 260;
  const needed = Math.max(panels, text) + titleHeight + canvas.height - drawingBox(theme).height + 12;
  const height = Math.round(Math.min(canvas.height, Math.max(needed, 560)));
  const widths = layouts.map((layout) => Math.max(layout?.width ?? 0, 300) * scale);
  const wide = inRows ? Math.max(...widths) : widths.reduce((sum, width) => sum + width + gutter, -gutter);
  const width = Math.round(
    Math.min(canvas.width, Math.max(panelRoom(theme, sourceWidth).x + wide + 2 * canvas.margin + 8, leastWidth)),
  );
  const part = (length: string, share: number): string =>
    length.replace(/^[\d.]+/, (number) => String(Math.round(Number(number) * share * 100) / 100));
  return {
    ...theme,
    canvas: {
      ...canvas,
      width,
      height,
      shownWidth: part(canvas.shownWidth, width / canvas.width),
      shownHeight: part(canvas.shownHeight, height / canvas.height),
    },
  };
}

interface Room extends Box {
  readonly x: number;
  readonly y: number;
}

const titleHeight = 84;

function panelRoom(theme: Theme, sourceWidth: number): Room {
  const { width, height } = drawingBox(theme);
  const x = sourceWidth === 0 ? 0 : sourceWidth + gutter;
  return { x, y: titleHeight, width: width - x, height: height - titleHeight };
}

/** Room for `Stack` and `Heap`, and for the name of the strategy where there are several. */
function headingHeight(several: boolean): number {
  return several ? 62 : 36;
}

function scaleOf(layouts: readonly (Layout | null)[], room: Box, inRows: boolean): number {
  const sizes = layouts.map((layout) => ({
    width: Math.max(layout?.width ?? 0, 300),
    height: Math.max(layout?.height ?? 0, 80),
  }));
  const several = layouts.length > 1;
  const heads = headingHeight(several);
  const gaps = gutter * (layouts.length - 1);
  const width = inRows ? Math.max(...sizes.map((size) => size.width)) : sizes.reduce((sum, size) => sum + size.width, 0);
  const height = inRows ? sizes.reduce((sum, size) => sum + size.height, 0) : Math.max(...sizes.map((size) => size.height));
  const freeWidth = room.width - (inRows ? 0 : gaps);
  const freeHeight = room.height - (inRows ? heads * layouts.length + gaps / 2 : heads);
  return Math.min(freeWidth / width, freeHeight / height);
}

/** Tabs as four spaces, as the source is drawn. */
function plain(line: string): string {
  return line.replaceAll('\t', '    ').trimEnd();
}

function widthOfSource({ lines }: SheetSource, size: number, most: number): number {
  if (lines.length === 0) return 0;
  const widest = Math.max(...lines.map((line) => codeWidth(plain(line), size)));
  return Math.ceil(Math.min(most, Math.max(270, widest + 3.1 * size + 22)));
}

/** The whole SVG document. */
export function drawSheet(panels: readonly SheetPanel[], source: SheetSource, text: SheetText, plan: SheetPlan): string {
  const { theme, scale, inRows, sourceWidth } = plan;
  const { canvas } = theme;
  const { width, height } = drawingBox(theme);
  const room = panelRoom(theme, sourceWidth);
  const several = panels.length > 1;
  const font = escapeXml(canvas.font);
  const words = (x: number, y: number, size: number, weight: number, fill: string, content: string): string =>
    `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(content)}</text>`;
  const parts: string[] = [];
  const { titleSize, subtitleSize } = titleSizes(theme, text.title, width);
  parts.push(words(0, 28, titleSize, 700, canvas.ink, cutText(text.title, width, titleSize, 700)));
  parts.push(words(0, 60, subtitleSize, 400, canvas.muted, cutText(text.subtitle, width, subtitleSize, 400)));
  const legend = legendOf(
    panels.flatMap(({ scene }) => scene ?? []),
    theme,
  );
  const legendHeight = legend.length * 26;
  if (source.lines.length > 0)
    parts.push(drawSource(source, text, plan, { width: sourceWidth, height: height - legendHeight - 12 }));
  legend.forEach(({ swatch, label }, index) => {
    const y = height - legendHeight + index * 26 + 14;
    parts.push(
      `<g class="legend" transform="translate(0 ${y})">${swatch}${words(44, 5, ...legendType, canvas.muted, label)}</g>`,
    );
  });
  let x = room.x;
  let y = room.y;
  for (const { strategy, scene, layout } of panels) {
    const wide = Math.max(layout?.width ?? 0, 300) * scale;
    let top = y + 18;
    if (several) {
      const look = lookOf(
        theme,
        strategy,
        panels.map((panel) => panel.strategy),
      );
      parts.push(
        `<rect x="${x}" y="${top - 15}" width="18" height="18" rx="4" fill="${look.color}"/>`,
        words(x + 26, top, 19, 700, canvas.ink, strategy),
      );
      top += 28;
    }
    if (scene === null || layout === null) {
      parts.push(words(x, top, 18, 400, canvas.muted, 'no such moment under this strategy'));
    } else {
      const stackX = (layout.frames[0]?.x ?? 0) * scale;
      const heads = [words(Math.round(x + stackX), top, heading, 600, canvas.muted, 'Stack')];
      const heapAt = Math.round(x + layout.heapX * scale);
      if (scene.cards.length > 0 || layout.cards.size > 0) {
        heads.push(
          words(
            heapAt,
            top,
            heading,
            600,
            canvas.muted,
            cutText('Heap, by address', Math.max(60, x + wide - heapAt), heading, 600),
          ),
        );
      }
      parts.push(
        ...heads,
        `<g transform="translate(${Math.round(x)} ${Math.round(top + 8)}) scale(${Math.round(scale * 1000) / 1000})">${drawScene(scene, layout, theme)}</g>`,
      );
      const more = leftOutText(scene);
      if (more !== '') {
        parts.push(words(heapAt + 190, top, 16, 600, theme.figure.gone, `not drawn: ${more}`));
      }
    }
    if (inRows) y += headingHeight(several) + Math.max(layout?.height ?? 0, 80) * scale + gutter / 2;
    else x += wide + gutter;
  }
  const body = `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('\n')}</svg>`;
  return frame(body, theme, { title: text.title, description: descriptionOf(panels), footer: text.footer });
}

function titleSizes({ config }: Theme, title: string, width: number): { titleSize: number; subtitleSize: number } {
  const { fontSize, subtitleFontSize } = config['title'] as { fontSize: number; subtitleFontSize: number };
  let titleSize = fontSize;
  while (titleSize > 22 && textWidth(title, titleSize, 700) > width) titleSize--;
  return { titleSize, subtitleSize: subtitleFontSize };
}

/** The source from the top of the panels down, then the note or the output. */
function drawSource(
  source: SheetSource,
  text: SheetText,
  { theme, sourceWidth: width, sourceSize }: SheetPlan,
  room: Box,
): string {
  const { canvas, figure } = theme;
  const font = escapeXml(canvas.font);
  const sourceLine = Math.round(sourceSize * leading);
  const numberEnd = Math.round(3 * sourceSize);
  const below = belowSource(text, width, theme);
  const free = room.height - titleHeight - below.height - 20;
  const count = Math.max(3, Math.min(source.lines.length, Math.floor((free - 20) / sourceLine)));
  const first = windowStart(source, count);
  const height = count * sourceLine + 20;
  const top = titleHeight;
  const parts = [`<rect x="0" y="${top}" width="${width}" height="${height}" rx="7" fill="${figure.code}"/>`];
  for (let index = 0; index < count; index++) {
    const number = first + index;
    const line = plain(source.lines[number - 1] ?? '');
    const y = top + 10 + index * sourceLine + Math.round(0.7 * sourceLine);
    if (number === source.line) {
      parts.push(
        `<rect x="0" y="${y - Math.round(0.7 * sourceLine)}" width="${width}" height="${sourceLine}" fill="${figure.highlight}"/>`,
        `<path d="M10 ${y - 12}L20 ${y - 6}L10 ${y}Z" fill="${figure.gone}"/>`,
      );
    }
    parts.push(
      `<text x="${numberEnd}" y="${y}" text-anchor="end" font-family="${font}" font-size="${sourceSize - 1}" fill="${canvas.muted}">${number}</text>`,
    );
    const code = line.trimStart();
    if (code === '') continue;
    const x = numberEnd + 12 + codeWidth(line, sourceSize) - codeWidth(code, sourceSize);
    const weight = number === source.line ? 600 : 400;
    const shown = cutCode(code, width - x - 6, sourceSize);
    parts.push(codeText(Math.round(x * 10) / 10, y, sourceSize, weight, canvas.ink, shown));
  }
  return `<g class="source">${parts.join('')}</g>${below.draw(top + height + 30)}`;
}

/** SVG takes several spaces for one, and they stand in columns. */
function codeText(x: number, y: number, size: number, weight: number, fill: string, text: string): string {
  const kept = text.replace(/ {2,}/g, (gap) => '\u00a0'.repeat(gap.length));
  return `<text x="${x}" y="${y}" font-family="${escapeXml(codeFont)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(kept)}</text>`;
}

/** First line of the window of `count` lines: all that are marked anywhere, if they fit, else around the one that is marked here. */
function windowStart({ lines, line, span: [first, last] }: SheetSource, count: number): number {
  if (lines.length <= count) return 1;
  const highest = lines.length - count + 1;
  const middle = last - first < count ? Math.round((first + last) / 2) : (line ?? first);
  return Math.max(1, Math.min(highest, middle - Math.floor((count - 1) / 2)));
}

function belowSource(text: SheetText, width: number, theme: Theme): { height: number; draw(y: number): string } {
  const { canvas } = theme;
  const font = escapeXml(canvas.font);
  const line = (y: number, size: number, weight: number, fill: string, content: string): string =>
    `<text x="0" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(content)}</text>`;
  if (text.note !== null) {
    const lead = balanceText(text.note.lead, width, noteSize, 700);
    const rest = text.note.text === '' ? [] : wrapText(text.note.text, width, noteSize, 400);
    const all = [...lead.map((content) => ({ content, weight: 700 })), ...rest.map((content) => ({ content, weight: 400 }))];
    return {
      height: all.length * 27 + 20,
      draw: (y) =>
        all.map(({ content, weight }, index) => line(y + index * 27, noteSize, weight, canvas.ink, content)).join(''),
    };
  }
  const printed = text.printed
    .trimEnd()
    .split('\n')
    .filter((_, index, all) => index >= all.length - 3);
  if (text.printed.trim() === '') return { height: 0, draw: () => '' };
  return {
    height: printed.length * 24 + 44,
    draw: (y) =>
      [
        line(y, 16, 600, canvas.muted, 'Printed so far'),
        ...printed.map((content, index) =>
          codeText(0, y + 25 + index * 24, printedSize, 400, canvas.ink, cutCode(content, width, printedSize)),
        ),
      ].join(''),
  };
}

/** Entries for what occurs in the figure, and for nothing else. */
function legendOf(scenes: readonly Scene[], theme: Theme): { swatch: string; label: string }[] {
  const { figure } = theme;
  const cards = scenes.flatMap((scene) => scene.cards);
  const swatch = (stroke: string, fill: string, more = ''): string =>
    `<rect x="1" y="-10" width="30" height="19" rx="4" fill="${fill}" stroke="${stroke}" stroke-width="2.2"${more}/>`;
  const paper = theme.canvas.background;
  const entries: { swatch: string; label: string }[] = [];
  if (cards.some(({ state }) => state === 'new'))
    entries.push({ swatch: swatch(figure.fresh, paper), label: 'new since the step before' });
  if (cards.some(({ state }) => state === 'freed')) {
    entries.push({ swatch: swatch(figure.gone, figure.wash, ' stroke-dasharray="6 4"'), label: 'freed since the step before' });
  }
  if (cards.some(({ state }) => state === 'unreachable')) {
    entries.push({ swatch: swatch(figure.gone, paper), label: 'unreachable, not freed' });
  }
  if (cards.some(({ movedFrom }) => movedFrom !== null)) {
    entries.push({
      swatch: `<path d="M0 0H30" stroke="${figure.moved}" stroke-width="2.5" stroke-dasharray="7 4" fill="none"/>`,
      label: 'moved to a new address',
    });
  }
  if (cards.some(({ shelf }) => shelf))
    entries.push({ swatch: swatch(figure.faint, figure.shelf), label: 'interned: made once, never freed' });
  if (cards.some(({ hidden, refcount }) => refcount !== null && hidden.length > 0)) {
    entries.push({
      swatch: `<text x="16" y="5" text-anchor="middle" font-family="${escapeXml(theme.canvas.font)}" font-size="15" font-weight="600" fill="${theme.canvas.muted}">+n</text>`,
      label: 'references that are not drawn',
    });
  }
  return entries;
}
