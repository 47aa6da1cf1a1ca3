/** With a chart focused, arrow keys walk from mark to mark and read out what the pointer would show. */
import { say } from './state.js';
import { hideTip, showTip, tipText } from './tooltip.js';

const kinds = ['area', 'line', 'trail', 'rect', 'symbol', 'arc', 'rule', 'text', 'path', 'shape'];
const everyKind = kinds.map((kind) => `svg g.mark-${kind}`).join();

/** In an area or a line, an item is a corner; elsewhere it is a mark of its own. */
const isCorner = (item) => ['area', 'line', 'trail'].includes(item.mark.marktype);

/** Has it something to tell, and is it in the part of its plot that is shown? */
function isShown(item) {
  if (item.tooltip === undefined || item.tooltip === null || item.opacity === 0) return false;
  if (!item.mark.clip) return true;
  const { width } = item.mark.group;
  return isCorner(item) ? item.x >= -1 && item.x <= width + 1 : item.bounds.x2 > 0 && item.bounds.x1 < width;
}

/** Every item that is shown, series by series as drawn. A line is one element for many items. */
function itemsOf(holder) {
  return [...holder.querySelectorAll(everyKind)]
    .map((group) => (group.firstElementChild?.__data__?.mark.items ?? []).filter(isShown))
    .filter((items) => items.length > 0);
}

/** Middle of an item in the coordinates of the drawing. */
function placeOf(item) {
  const { bounds, mark } = item;
  let x = isCorner(item) ? item.x : (bounds.x1 + bounds.x2) / 2;
  let y = isCorner(item) ? item.y : (bounds.y1 + bounds.y2) / 2;
  for (let group = mark.group; group !== undefined; group = group.mark?.group) {
    x += group.x ?? 0;
    y += group.y ?? 0;
  }
  return { x, y };
}

export function setUpWalk(holder) {
  let series = null;
  let row = 0;
  let place = -1;
  const ring = document.createElement('div');
  ring.className = 'ring';

  function stop() {
    ring.remove();
    hideTip();
    place = -1;
  }

  function show(item) {
    const svg = holder.querySelector('svg');
    // The drawing's own origin, its padding included, is that of its root group.
    const matrix = svg.querySelector('g.mark-group.role-frame.root').getScreenCTM();
    const { x, y } = placeOf(item);
    const left = matrix.a * x + matrix.e;
    const top = matrix.d * y + matrix.f;
    const origin = holder.getBoundingClientRect();
    ring.style.left = `${left - origin.left + holder.scrollLeft}px`;
    ring.style.top = `${top - origin.top}px`;
    holder.append(ring);
    ring.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const moved = holder.getBoundingClientRect();
    showTip(left + moved.left - origin.left, top + moved.top - origin.top, item.tooltip);
    say(tipText(item.tooltip));
  }

  const leap = (count) => Math.max(1, Math.round(count / 20));
  const moves = {
    ArrowRight: () => (place += 1),
    ArrowLeft: () => (place -= 1),
    PageDown: () => (place += leap(series[row].length)),
    PageUp: () => (place -= leap(series[row].length)),
    Home: () => (place = 0),
    End: () => (place = series[row].length - 1),
    ArrowDown: () => (row += 1),
    ArrowUp: () => (row -= 1),
  };

  holder.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    series ??= itemsOf(holder);
    if (series.length === 0) return;
    event.preventDefault();
    move();
    row = Math.max(0, Math.min(row, series.length - 1));
    place = Math.max(0, Math.min(place, series[row].length - 1));
    show(series[row][place]);
  });
  holder.addEventListener('blur', stop);
  return {
    /** The drawing changed: what was reached is gone. */
    restart() {
      series = null;
      row = 0;
      stop();
    },
  };
}
