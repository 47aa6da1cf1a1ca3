/**
 * Pictures as PDF: one page as large as the picture, shapes as shapes, text as text in the font of the pictures, which is embedded. It draws what SVG of heaplab consists of:
 * groups, nested `svg`, paths and basic shapes, text with `tspan`s, clips, linear gradients. Dates and identifiers are fixed, so equal pictures are equal bytes.
 */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import PDFDocument from 'pdfkit';
import { assert } from '../base/assert.ts';
import { LabBug, UserError } from '../base/errors.ts';
import { heaplabVersion } from '../base/version.ts';
import { codeFont, codeFontFile, codeWidth, fontFile, textWidth } from './font.ts';
import { elementBox } from './svg-box.ts';

type Document = PDFKit.PDFDocument;

/** Presentation attributes that children inherit, as SVG names them. */
type Style = Readonly<Record<string, string>>;

const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'visibility',
] as const;

/** Elements that are told to readers or to scripts and are not drawn. */
const silent = new Set(['title', 'desc', 'metadata', 'defs', 'clipPath', 'linearGradient']);

const pointsOf: Readonly<Record<string, number>> = { '': 0.75, px: 0.75, pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72 };

/** PDF of a whole `svg` document with `width`, `height` and `viewBox`. Title and description become those of the PDF. */
export async function toPdf(svg: string): Promise<Uint8Array> {
  const root = parseXml(svg).root;
  assert(root !== null && root.name === 'svg', 'a picture is not an SVG document');
  const [pageWidth, pageHeight] = [points(root.attributes['width']), points(root.attributes['height'])];
  const [left, top, width, height] = numbers(root.attributes['viewBox'] ?? '');
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    throw new LabBug('a picture has no viewBox');
  const title = textOf(root, 'title');
  const page = new PDFDocument({
    size: [pageWidth, pageHeight],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'en',
    tagged: true,
    displayTitle: true,
    // No font before the first text: the default one would be read from a file and stand in the PDF for nothing.
    font: '',
    info: {
      Title: title,
      Subject: textOf(root, 'desc'),
      Creator: `heaplab ${heaplabVersion}`,
      Producer: 'heaplab',
      CreationDate: new Date(0),
    },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    page.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    page.on('end', resolve);
    page.on('error', reject);
  });
  const drawing = new PdfDrawing(page, root);
  const figure = page.struct('Figure', { title, alt: textOf(root, 'desc') }, () => {
    page.save();
    page.scale(pageWidth / width, pageHeight / height);
    page.translate(-left, -top);
    for (const child of root.children) if (child instanceof XmlElement) drawing.draw(child, styleOf(root, {}), 1);
    page.restore();
  });
  page.addStructure(figure);
  page.end();
  await done;
  return Buffer.concat(chunks);
}

class PdfDrawing {
  readonly #page: Document;
  readonly #byId = new Map<string, XmlElement>();

  constructor(page: Document, root: XmlElement) {
    this.#page = page;
    const collect = (element: XmlElement): void => {
      const id = element.attributes['id'];
      if (id !== undefined) this.#byId.set(id, element);
      for (const child of element.children) if (child instanceof XmlElement) collect(child);
    };
    collect(root);
  }

  /** Draws `element` and what is in it; `opacity` is that of everything around it. */
  draw(element: XmlElement, around: Style, opacity: number): void {
    const { name, attributes } = element;
    if (silent.has(name) || attributes['display'] === 'none') return;
    const style = styleOf(element, around);
    const own = opacity * Number(attributes['opacity'] ?? 1);
    const page = this.#page;
    page.save();
    for (const [kind, values] of transformsOf(attributes['transform'] ?? '')) applyTransform(page, kind, values);
    if (name === 'svg') page.translate(Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0));
    const clip = /^url\(#(.+)\)$/.exec(attributes['clip-path'] ?? '')?.[1];
    if (clip !== undefined) this.#clip(clip);
    if (name === 'svg' || name === 'g' || name === 'a') {
      for (const child of element.children) if (child instanceof XmlElement) this.draw(child, style, own);
    } else if (name === 'text') this.#text(element, style, own);
    else this.#shape(element, style, own);
    page.restore();
  }

  #clip(id: string): void {
    const clip = this.#byId.get(id);
    assert(clip, 'a clip of a picture has no shape');
    for (const shape of clip.children) if (shape instanceof XmlElement) tracePath(this.#page, shape);
    this.#page.clip();
  }

  #shape(element: XmlElement, style: Style, opacity: number): void {
    const page = this.#page;
    const fill = element.name === 'line' ? 'none' : (style['fill'] ?? '#000000');
    const stroke = style['stroke'] ?? 'none';
    const strokeWidth = Number(style['stroke-width'] ?? 1);
    const fillOpacity = opacity * Number(style['fill-opacity'] ?? 1);
    const strokeOpacity = opacity * Number(style['stroke-opacity'] ?? 1);
    const fills = isPaint(fill) && fillOpacity > 0;
    const strokes = isPaint(stroke) && strokeOpacity > 0 && strokeWidth > 0;
    if (style['visibility'] === 'hidden' || (!fills && !strokes)) return;
    if (!tracePath(page, element)) return;
    if (fills) {
      page.fillColor(this.#paint(fill, element));
      page.fillOpacity(fillOpacity);
    }
    if (strokes) {
      page.strokeColor(this.#paint(stroke, element));
      page.strokeOpacity(strokeOpacity);
      page.lineWidth(strokeWidth);
      page.lineCap((style['stroke-linecap'] ?? 'butt') as 'butt');
      page.lineJoin((style['stroke-linejoin'] ?? 'miter') as 'miter');
      page.miterLimit(Number(style['stroke-miterlimit'] ?? 4));
      const dashes = numbers(style['stroke-dasharray'] ?? '');
      // PDF has no dash of length 0, and a pattern without gaps is a solid line.
      if (dashes.some((length, index) => index % 2 === 1 && length > 0)) {
        page.dash(
          // The typings know of one length only; a list is as documented.
          dashes.map((length) => Math.max(length, 0.001)) as unknown as number,
          { phase: Number(style['stroke-dashoffset'] ?? 0) },
        );
      }
    }
    if (fills && strokes) page.fillAndStroke();
    else if (fills) page.fill();
    else page.stroke();
  }

  #text(element: XmlElement, style: Style, opacity: number): void {
    const size = Number.parseFloat(style['font-size'] ?? '16');
    const shift =
      { central: 0.36, middle: 0.36, hanging: 0.75, 'text-before-edge': 0.97 }[style['dominant-baseline'] ?? ''] ?? 0;
    let x = Number(element.attributes['x'] ?? 0) + Number(element.attributes['dx'] ?? 0);
    let y = Number(element.attributes['y'] ?? 0) + lengthOf(element.attributes['dy'], size) + shift * size;
    const show = (text: string, look: Style): void => {
      x = this.#line(text, x, y, size, look, opacity);
    };
    for (const child of element.children) {
      if (child instanceof XmlText) show(child.text, style);
      else if (child instanceof XmlElement && child.name === 'tspan') {
        if (child.attributes['x'] !== undefined) x = Number(child.attributes['x']);
        if (child.attributes['y'] !== undefined) y = Number(child.attributes['y']) + shift * size;
        x += lengthOf(child.attributes['dx'], size);
        y += lengthOf(child.attributes['dy'], size);
        show(child.text, styleOf(child, style));
      }
    }
  }

  /** Draws one piece of text and tells where the next one begins. */
  #line(raw: string, x: number, y: number, sizeOfText: number, style: Style, opacity: number): number {
    const text = raw.replace(/\s+/g, ' ');
    const size = Number.parseFloat(style['font-size'] ?? String(sizeOfText));
    const fill = style['fill'] ?? '#000000';
    const shown = opacity * Number(style['fill-opacity'] ?? 1);
    if (text.trim() === '' || !isPaint(fill) || shown === 0 || style['visibility'] === 'hidden') return x;
    const told = style['font-weight'] === 'bold' ? 700 : Number(style['font-weight'] ?? 400);
    const weight = Number.isNaN(told) ? 400 : told;
    const isCode = style['font-family'] === codeFont;
    const width = isCode ? codeWidth(text, size) : textWidth(text, size, weight);
    const share = { middle: 0.5, end: 1 }[style['text-anchor'] ?? ''] ?? 0;
    const page = this.#page;
    page.fillColor(this.#paint(fill, null));
    page.fillOpacity(shown);
    page.font(isCode ? codeFontFile(weight) : fontFile(weight)).fontSize(size);
    page.text(text, x - share * width, y, { lineBreak: false, baseline: 'alphabetic' });
    return x + width;
  }

  /** A colour as pdfkit takes it; a gradient lies over the box of `element`. */
  #paint(paint: string, element: XmlElement | null): PDFKit.Mixins.ColorValue {
    const id = /^url\(#(.+)\)$/.exec(paint)?.[1];
    if (id === undefined) return colorOf(paint);
    const gradient = this.#byId.get(id);
    const box = element === null ? null : elementBox(element);
    if (gradient?.name !== 'linearGradient' || box === null) throw notInPdf(`a fill with ${paint}`);
    const at = (name: string, other: number): number => Number(gradient.attributes[name] ?? other);
    const filled = this.#page.linearGradient(
      box.x + at('x1', 0) * box.width,
      box.y + at('y1', 0) * box.height,
      box.x + at('x2', 1) * box.width,
      box.y + at('y2', 0) * box.height,
    );
    for (const stop of gradient.children) {
      if (!(stop instanceof XmlElement)) continue;
      const { offset = '0', 'stop-color': color = '#000000' } = stop.attributes;
      filled.stop(offset.endsWith('%') ? Number.parseFloat(offset) / 100 : Number(offset), colorOf(color) as string);
    }
    return filled as unknown as PDFKit.Mixins.ColorValue;
  }
}

/** Adds the outline of a basic shape to the current path; false when there is none. */
function tracePath(page: Document, { name, attributes }: XmlElement): boolean {
  const at = (key: string): number => Number(attributes[key] ?? 0);
  switch (name) {
    case 'path': {
      const outline = attributes['d'] ?? '';
      if (outline.trim() === '') return false;
      page.path(outline);
      return true;
    }
    case 'rect': {
      const radius = Math.min(at(attributes['rx'] === undefined ? 'ry' : 'rx'), at('width') / 2, at('height') / 2);
      if (at('width') <= 0 || at('height') <= 0) return false;
      if (radius > 0) page.roundedRect(at('x'), at('y'), at('width'), at('height'), radius);
      else page.rect(at('x'), at('y'), at('width'), at('height'));
      return true;
    }
    case 'line':
      page.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2'));
      return true;
    case 'circle':
      page.circle(at('cx'), at('cy'), at('r'));
      return at('r') > 0;
    case 'ellipse':
      page.ellipse(at('cx'), at('cy'), at('rx'), at('ry'));
      return true;
    case 'polygon':
    case 'polyline': {
      const corners = numbers(attributes['points'] ?? '');
      if (corners.length < 4) return false;
      page.moveTo(corners[0]!, corners[1]!);
      for (let index = 2; index + 1 < corners.length; index += 2) page.lineTo(corners[index]!, corners[index + 1]!);
      if (name === 'polygon') page.closePath();
      return true;
    }
    default:
      throw notInPdf(`<${name}>`);
  }
}

/** Ours draw nothing else; a chart that the user made may. */
function notInPdf(what: string): UserError {
  return new UserError(`a PDF of heaplab cannot hold ${what}`, { hint: 'write this picture as SVG or PNG' });
}

function styleOf({ attributes }: XmlElement, around: Style): Style {
  const style: Record<string, string> = { ...around };
  for (const name of inherited) {
    const value = attributes[name];
    if (value !== undefined && value !== 'inherit') style[name] = value;
  }
  return style;
}

function isPaint(paint: string): boolean {
  return paint !== 'none' && paint !== 'transparent';
}

/** `rgb(…)` is the one way of CSS that pdfkit does not read. */
function colorOf(color: string): PDFKit.Mixins.ColorValue {
  const parts = /^rgba?\(([^)]*)\)$/.exec(color)?.[1];
  if (parts === undefined) return color;
  const [red = 0, green = 0, blue = 0] = numbers(parts);
  return [Math.round(red), Math.round(green), Math.round(blue)];
}

function transformsOf(text: string): [kind: string, values: number[]][] {
  return [...text.matchAll(/(\w+)\s*\(([^)]*)\)/g)].map((match) => [match[1]!, numbers(match[2]!)]);
}

function applyTransform(page: Document, kind: string, values: readonly number[]): void {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = values;
  if (kind === 'translate') page.translate(a, b ?? 0);
  else if (kind === 'scale') page.scale(a, b ?? a);
  else if (kind === 'rotate') page.rotate(a, b === undefined ? {} : { origin: [b, c ?? 0] });
  else if (kind === 'matrix') page.transform(a, b ?? 0, c ?? 0, d, e, f);
  else throw notInPdf(`the transform ${kind}`);
}

function numbers(text: string): number[] {
  return [...text.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(([number]) => Number(number));
}

/** A length in units of the drawing; `em`s are of `size`. */
function lengthOf(text: string | undefined, size: number): number {
  if (text === undefined) return 0;
  return text.endsWith('em') ? Number.parseFloat(text) * size : Number.parseFloat(text);
}

/** A length as an SVG presents itself, in points. */
function points(length: string | undefined): number {
  const [, number, unit] = /^([\d.]+)([a-z]*)$/.exec(length ?? '') ?? [];
  const scale = pointsOf[unit ?? ''];
  if (number === undefined || scale === undefined) throw new LabBug('a picture has no size that a page could have');
  return Number(number) * scale;
}

function textOf(root: XmlElement, name: string): string {
  const element = root.children.find((child) => child instanceof XmlElement && child.name === name);
  return element instanceof XmlElement ? element.text : '';
}
