/** The box around a shape of an SVG, in its own coordinates: where a gradient lies. */
import type { XmlElement } from '@rgrove/parse-xml';

export interface ShapeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of rectangles and of paths made of straight lines, as legends of Vega are; null for other shapes. */
export function elementBox({ name, attributes }: XmlElement): ShapeBox | null {
  if (name === 'rect') {
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((key) => Number(attributes[key] ?? 0));
    return { x, y, width, height };
  }
  const outline = name === 'path' ? (attributes['d'] ?? '') : '';
  if (outline === '' || !/^[\sMmLlHhVvZz\d.,e-]*$/.test(outline)) return null;
  const xs: number[] = [];
  const ys: number[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, rest] of outline.matchAll(/([MLHVmlhv])([^MLHVZmlhvz]*)/g)) {
    const values = [...rest!.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
    const relative = command! === command!.toLowerCase();
    const kind = command!.toLowerCase();
    const step = kind === 'h' || kind === 'v' ? 1 : 2;
    for (let index = 0; index + step <= values.length; index += step) {
      const right = kind === 'v' ? null : values[index]!;
      const down = kind === 'h' ? null : values[index + step - 1]!;
      if (right !== null) x = relative ? x + right : right;
      if (down !== null) y = relative ? y + down : down;
      xs.push(x);
      ys.push(y);
    }
  }
  if (xs.length === 0) return null;
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
