/** Draws a scene as SVG: the stack with its frames, the heap with its cards, the arrows between them. */
import { cutText, textWidth } from '../picture/font.ts';
import type { Theme } from '../picture/theme.ts';
import { escapeXml } from '../picture/xml.ts';
import {
  addressText,
  boxWidth,
  cardRowY,
  countText,
  frameHeight,
  frameRowY,
  hasFooter,
  hiddenLines,
  kindText,
  mostBoxText,
  refsText,
  size,
  type,
} from './geometry.ts';
import type { ArrowEnds, Layout, Place } from './layout.ts';
import type { Card, Field, FrameBox, Scene } from './scene.ts';

type Text = readonly [size: number, weight: number];
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A group with everything of `scene` at the places of `layout`: `g.frame`, `g.card` and `path.arrow`, with what they mean in `data-` attributes. */
export function drawScene(scene: Scene, layout: Layout, theme: Theme): string {
  const pen = new Pen(theme);
  const fresh = new Set(scene.cards.filter(({ state }) => state === 'new').map(({ id }) => id));
  const arrows: string[] = [];
  const lead = (arrow: ArrowEnds, from: Point, isNew: boolean): void => {
    arrows.push(pen.arrow(layout.route(arrow), from, arrow.to, isNew));
  };
  const frames = scene.frames.map((frame) => {
    const place = layout.frames[frame.depth]!;
    for (const field of frame.fields) {
      if (field.to === null) continue;
      const at = {
        x: place.x + place.width - size.inset - size.box / 2,
        y: place.y + frameRowY(layout.row(frame, field.label)),
      };
      lead({ from: { frame, label: field.label }, to: field.to }, at, fresh.has(field.to));
    }
    return pen.frame(frame, place, (label) => layout.row(frame, label));
  });
  const cards = scene.cards.map((card) => {
    const place = layout.cards.get(card.id)!;
    for (const [row, { to }] of card.fields.entries()) {
      if (to === null) continue;
      const at = { x: place.x + place.width - size.inset - size.box / 2, y: place.y + cardRowY(card, row) };
      lead({ from: { card: card.id, row }, to }, at, fresh.has(to) || fresh.has(card.id));
    }
    if (card.movedFrom !== null)
      arrows.push(pen.move(layout.route({ from: { card: card.movedFrom, row: null }, to: card.id })));
    return pen.card(card, place);
  });
  return `<g>${[...frames, ...cards, ...arrows, ...cards.map((_, index) => pen.badge(scene.cards[index]!, layout))].join('\n')}</g>`;
}

class Pen {
  private readonly theme: Theme;
  private readonly paint: Theme['figure'];

  constructor(theme: Theme) {
    this.theme = theme;
    this.paint = theme.figure;
  }

  private text(x: number, y: number, [px, weight]: Text, fill: string, text: string, more = ''): string {
    const font = escapeXml(this.theme.canvas.font);
    return `<text x="${n(x)}" y="${n(y)}" font-family="${font}" font-size="${px}" font-weight="${weight}" fill="${fill}"${more}>${escapeXml(text)}</text>`;
  }

  frame(frame: FrameBox, { x, y, width, height }: Place, rowOf: (label: string) => number): string {
    const { paint, theme } = this;
    const rows = Math.max(0, ...frame.fields.map(({ label }) => rowOf(label) + 1));
    const parts = [
      `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(Math.min(height, frameHeight(rows)))}" rx="7" fill="${frame.isCurrent ? paint.current : paint.wash}" stroke="${frame.isCurrent ? paint.currentLine : paint.faint}" stroke-width="${frame.isCurrent ? 2.5 : 1.5}"/>`,
      this.text(
        x + size.inset,
        y + 25,
        type.frame,
        theme.canvas.ink,
        cutText(frame.name, width - 2 * size.inset, ...type.frame),
      ),
    ];
    for (const field of frame.fields) parts.push(this.field(field, { x, width }, y + frameRowY(rowOf(field.label)), false));
    return `<g class="frame" data-frame="${frame.number}">${parts.join('')}</g>`;
  }

  private field(field: Field, { x, width }: { x: number; width: number }, middle: number, isGone: boolean): string {
    const { paint, theme } = this;
    const ink = isGone ? theme.canvas.muted : theme.canvas.ink;
    const boxWide = boxWidth(field);
    const right = x + width - size.inset;
    const boxX = right - boxWide;
    const top = middle - size.box / 2;
    const isNone = field.to === null && field.text === 'None';
    const labelRoom = boxX - x - size.inset - 10 - (isNone ? textWidth('None', ...type.label) + 8 : 0);
    const parts = [
      this.text(x + size.inset, middle + 6, type.label, ink, cutText(field.label, labelRoom, ...type.label)),
      `<rect x="${n(boxX)}" y="${n(top)}" width="${n(boxWide)}" height="${size.box}" rx="4" fill="${theme.canvas.background}" stroke="${paint.line}" stroke-width="1.2"/>`,
    ];
    if (isNone) {
      parts.push(
        this.text(boxX - 8, middle + 6, type.label, ink, 'None', ' text-anchor="end"'),
        `<path d="M${n(boxX)} ${n(top + size.box)}L${n(right)} ${n(top)}" stroke="${paint.line}" stroke-width="1.2" fill="none"/>`,
      );
    } else if (field.to === null && field.text !== '') {
      parts.push(
        this.text(
          boxX + boxWide / 2,
          middle + 6,
          type.text,
          ink,
          cutText(field.text, mostBoxText, ...type.text),
          ' text-anchor="middle"',
        ),
      );
    }
    return parts.join('');
  }

  card(card: Card, place: Place): string {
    const { paint, theme } = this;
    const { x, y, width } = place;
    const isGone = card.state === 'freed' || card.state === 'left';
    const height = card.shelf ? size.shelfHeight : place.height;
    const attributes = [
      `class="card ${card.state}${card.shelf ? ' shelf' : ''}"`,
      `data-card="${escapeXml(card.id)}"`,
      ...(card.refcount === null || isGone ? [] : [`data-refs="${card.refcount}"`]),
    ].join(' ');
    const outline = `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${card.shelf ? 5 : 7}" fill="${this.fill(card)}" ${this.stroke(card)}/>`;
    const muted = theme.canvas.muted;
    const ink = isGone ? muted : theme.canvas.ink;
    if (card.shelf) {
      const kind = textWidth(card.type, ...type.note);
      const value = cutText(card.value === '' ? card.type : card.value, width - 2 * size.inset - kind - 10, ...type.text);
      return `<g ${attributes}>${outline}${this.text(x + size.inset, y + 27, type.text, ink, value)}${this.text(x + width - size.inset, y + 27, type.note, muted, card.type, ' text-anchor="end"')}</g>`;
    }
    const left = x + size.inset;
    const right = x + width - size.inset;
    const address = addressText(card.address);
    const kindRoom = width - 2 * size.inset - textWidth(address, ...type.address) - 12;
    const parts = [
      outline,
      this.text(left, y + 25, type.address, muted, address),
      this.text(right, y + 25, type.address, muted, cutText(kindText(card), kindRoom, ...type.address), ' text-anchor="end"'),
    ];
    let bottom = y + size.header;
    const refs = refsText(card);
    const refsColor = card.state === 'unreachable' ? paint.gone : muted;
    if (card.value !== '') {
      const room = width - 2 * size.inset - (refs === '' ? 0 : textWidth(refs, ...type.refs) + 16);
      const value = cutText(card.value, room, ...type.value);
      parts.push(this.text(left, bottom + 23, type.value, ink, value));
      if (card.state === 'freed') {
        const end = left + textWidth(value, ...type.value);
        parts.push(
          `<path d="M${n(left - 2)} ${n(bottom + 16)}H${n(end + 2)}" stroke="${paint.gone}" stroke-width="2" fill="none"/>`,
        );
      }
      if (refs !== '') parts.push(this.text(right, bottom + 23, type.refs, refsColor, refs, ' text-anchor="end"'));
      bottom += size.value;
    }
    for (const [row, field] of card.fields.entries()) parts.push(this.field(field, place, y + cardRowY(card, row), isGone));
    bottom += card.fields.length * size.row;
    if (card.moreFields > 0) {
      parts.push(this.text(left, bottom + 16, type.note, muted, `… ${countText(card.moreFields)} more`));
      bottom += size.line;
    }
    if (hasFooter(card)) {
      parts.push(this.text(right, bottom + 17, type.refs, refsColor, refs, ' text-anchor="end"'));
      bottom += size.line + 4;
    }
    if (!isGone) {
      for (const line of hiddenLines(card, width)) {
        parts.push(this.text(left, bottom + 14, type.note, muted, line, ' class="hidden"'));
        bottom += size.line;
      }
    }
    return `<g ${attributes}>${parts.join('')}</g>`;
  }

  private fill({ state, shelf }: Card): string {
    if (shelf) return this.paint.shelf;
    return state === 'freed' || state === 'left' ? this.paint.wash : this.theme.canvas.background;
  }

  private stroke({ state, shelf }: Card): string {
    const { paint } = this;
    switch (state) {
      case 'live':
        return `stroke="${shelf ? paint.faint : paint.line}" stroke-width="1.5"`;
      case 'new':
        return `stroke="${paint.fresh}" stroke-width="2.5"`;
      case 'unreachable':
        return `stroke="${paint.gone}" stroke-width="2.5"`;
      case 'freed':
        return `stroke="${paint.gone}" stroke-width="2" stroke-dasharray="7 5"`;
      case 'left':
        return `stroke="${paint.moved}" stroke-width="1.5" stroke-dasharray="2 4"`;
    }
  }

  /** A word on the upper edge, so that no state is told by colour alone. */
  badge(card: Card, layout: Layout): string {
    const { paint } = this;
    const words = { live: '', new: 'new', unreachable: 'unreachable', freed: 'freed', left: 'moved away' } as const;
    const word = card.shelf ? '' : words[card.state];
    if (word === '') return '';
    const { x, y, width } = layout.cards.get(card.id)!;
    const color = card.state === 'new' ? paint.fresh : card.state === 'left' ? paint.moved : paint.gone;
    const wide = textWidth(word, 15, 700) + 18;
    const left = x + width - wide - 10;
    return `<g class="badge"><rect x="${n(left)}" y="${n(y - 15)}" width="${n(wide)}" height="22" rx="11" fill="${color}"/>${this.text(left + wide / 2, y + 1, [15, 700], paint.onBadge, word, ' text-anchor="middle"')}</g>`;
  }

  arrow(route: readonly Point[], from: Point, to: string, isNew: boolean): string {
    const { paint } = this;
    const color = isNew ? paint.fresh : paint.arrow;
    const path = `M${n(from.x)} ${n(from.y)}L${curve(route)}`;
    return `<path class="arrow" data-to="${escapeXml(to)}" d="${path}" stroke="${color}" stroke-width="2.2" fill="none"/><circle cx="${n(from.x)}" cy="${n(from.y)}" r="5" fill="${color}"/>${head(route, color)}`;
  }

  move(route: readonly Point[]): string {
    const { moved } = this.paint;
    return `<path class="move" d="M${curve(route)}" stroke="${moved}" stroke-width="2.5" stroke-dasharray="8 5" fill="none"/>${head(route, moved)}`;
  }
}

/** Length of an arrow's head. */
const headLength = 13;

/** The route as path data, without its `M`; it ends where the head begins. */
function curve(route: readonly Point[]): string {
  const points = [...route];
  const last = points.length - 1;
  points[last] = { x: points[last]!.x - headLength + 2, y: points[last]!.y };
  const parts = [`${n(points[0]!.x)} ${n(points[0]!.y)}`];
  for (let index = 1; index < last; index += 3) {
    parts.push(
      `C${points
        .slice(index, index + 3)
        .map(({ x, y }) => `${n(x)} ${n(y)}`)
        .join(' ')}`,
    );
  }
  return parts.join('');
}

/** The head at the end of a route; cards are entered from the left. */
function head(route: readonly Point[], color: string): string {
  const { x, y } = route.at(-1)!;
  return `<path d="M${n(x)} ${n(y)}L${n(x - headLength)} ${n(y - 6)}V${n(y + 6)}Z" fill="${color}"/>`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
