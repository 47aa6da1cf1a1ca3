/** The script of the stepper's page: it reads what stepper-data.ts wrote, goes from step to step, and draws. */
export const stepperScript = `
const data = JSON.parse(document.getElementById('steps').textContent);
const { size, panels, states } = { size: data.sizes, panels: data.panels, states: data.states };
const byId = (id) => document.getElementById(id);
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const count = Math.max(...panels.map((panel) => panel.steps.length));

// Every step as a whole, made once from the differences.
for (const panel of panels) {
  let now = { here: false, title: '', line: 0, printed: 0, heap: [0, 0, 0], frames: [], cards: new Map(), arrows: new Map(), pages: new Map(), events: [], left: '' };
  panel.states = Array.from({ length: count }, (_, index) => {
    const delta = panel.steps[index] ?? null;
    if (delta === null) return (now = { ...now, here: false, events: [] });
    const next = { ...now, here: true, title: panel.texts[delta.t], line: delta.l, printed: delta.p, events: (delta.e ?? []).map((text) => panel.texts[text]) };
    if (delta.h) next.heap = delta.h;
    if (delta.f) next.frames = delta.f;
    if (delta.n !== undefined) next.left = panel.texts[delta.n];
    if (delta.c || delta.d) {
      next.cards = new Map(now.cards);
      for (const card of delta.d ?? []) next.cards.delete(card);
      for (const [card, look, state] of delta.c ?? []) next.cards.set(card, [look, state]);
    }
    if (delta.a || delta.b) {
      next.arrows = new Map(now.arrows);
      for (const [path, kind] of delta.b ?? []) next.arrows.delete(path + ' ' + kind);
      for (const [path, kind] of delta.a ?? []) next.arrows.set(path + ' ' + kind, [path, kind]);
    }
    if (delta.m) {
      next.pages = new Map(now.pages);
      for (const [page, runs] of delta.m) next.pages.set(page, runs);
    }
    return (now = next);
  });
}

const text = (x, y, name, content, end) =>
  '<text class="' + name + '" x="' + x + '" y="' + y + '"' + (end ? ' text-anchor="end"' : '') + '>' + escape(content) + '</text>';

function drawRow(x, y, width, [label, content, box, middle]) {
  const right = x + width - size.inset;
  const left = right - box;
  const at = y + middle;
  let svg = text(x + size.inset, at + 6, 'label', label);
  svg += '<rect class="box" x="' + left + '" y="' + (at - size.box / 2) + '" width="' + box + '" height="' + size.box + '" rx="4"/>';
  if (content === 'None') {
    svg += text(left - 8, at + 6, 'label', 'None', true);
    svg += '<path class="line" d="M' + left + ' ' + (at + size.box / 2) + 'L' + right + ' ' + (at - size.box / 2) + '"/>';
  } else if (content !== null && content !== '') {
    svg += '<text class="text" x="' + (left + box / 2) + '" y="' + (at + 6) + '" text-anchor="middle">' + escape(content) + '</text>';
  }
  return svg;
}

function drawFrame(panel, look, depth, isLast) {
  const [x, y, width] = panel.frames[depth];
  const [name, rows, height] = panel.frameLooks[look];
  return '<g class="frame' + (isLast ? ' current' : '') + '"><rect x="' + x + '" y="' + y + '" width="' + width + '" height="' + height + '" rx="7"/>' +
    text(x + size.inset, y + 25, 'name', name) + rows.map((row) => drawRow(x, y, width, row)).join('') + '</g>';
}

const words = { new: 'new', unreachable: 'unreachable', freed: 'freed', left: 'moved away' };

function drawCard(panel, card, look, state) {
  const [x, y, width, shelf] = panel.cards[card];
  const [address, kind, value, refs, hidden, rows, more, height] = panel.cardLooks[look];
  const left = x + size.inset;
  const right = x + width - size.inset;
  const name = states[state];
  let svg = '<g class="card ' + name + (shelf ? ' shelf' : '') + '"><rect class="outline" x="' + x + '" y="' + y + '" width="' + width + '" height="' + height + '" rx="7"/>';
  if (shelf) return svg + text(left, y + 27, 'text', value) + text(right, y + 27, 'note', kind, true) + '</g>';
  svg += text(left, y + 25, 'address', address) + text(right, y + 25, 'address', kind, true);
  let bottom = y + size.header;
  if (value !== '') {
    svg += text(left, bottom + 23, 'value', value);
    if (refs !== '') svg += text(right, bottom + 23, 'refs', refs, true);
    bottom += size.value;
  }
  svg += rows.map((row) => drawRow(x, y, width, row)).join('');
  bottom += rows.length * size.row;
  if (more > 0) {
    svg += text(left, bottom + 16, 'note', '\\u2026 ' + more + ' more');
    bottom += size.line;
  }
  if (value === '' && refs !== '') {
    svg += text(right, bottom + 17, 'refs', refs, true);
    bottom += size.line + 4;
  }
  for (const line of hidden) {
    svg += text(left, bottom + 14, 'note', line);
    bottom += size.line;
  }
  return svg + '</g>';
}

function drawBadge(panel, card, state) {
  const word = words[states[state]];
  const [x, y, width, shelf] = panel.cards[card];
  if (!word || shelf) return '';
  const wide = size['badge-' + states[state]];
  const left = x + width - wide - 10;
  return '<g class="badge ' + states[state] + '"><rect x="' + left + '" y="' + (y - 15) + '" width="' + wide + '" height="22" rx="11"/>' +
    '<text x="' + (left + wide / 2) + '" y="' + (y + 1) + '" text-anchor="middle">' + word + '</text></g>';
}

function drawArrow(panel, path, kind) {
  const [d, x, y, headX, headY] = panel.paths[path];
  const name = ['arrow', 'arrow fresh', 'arrow moved'][kind];
  return '<g class="' + name + '"><path class="way" d="' + d + '"/>' + (kind === 2 ? '' : '<circle cx="' + x + '" cy="' + y + '" r="5"/>') +
    '<path class="head" d="M' + headX + ' ' + headY + 'L' + (headX - 13) + ' ' + (headY - 6) + 'V' + (headY + 6) + 'Z"/></g>';
}

function drawFigure(panel, now) {
  const cards = [...now.cards];
  return now.frames.map((look, depth) => drawFrame(panel, look, depth, depth === now.frames.length - 1)).join('') +
    cards.map(([card, [look, state]]) => drawCard(panel, card, look, state)).join('') +
    [...now.arrows.values()].map(([path, kind]) => drawArrow(panel, path, kind)).join('') +
    cards.map(([card, [, state]]) => drawBadge(panel, card, state)).join('');
}

// The map: one row for each page of 16 KiB, 1024 granules of 16 bytes.
const kinds = ['unmapped', 'free', 'live', 'unreachable', 'new'];
function drawMap(panel, now) {
  const order = [...now.pages].sort(([a], [b]) => (panel.pages[a][0] < panel.pages[b][0] ? -1 : 1));
  const rows = kinds.slice(1).map(() => []);
  let y = 0;
  let labels = '';
  let previous = null;
  for (const [page, runs] of order) {
    const address = parseInt(panel.pages[page][0], 16);
    if (previous !== null && address !== previous + 16384) y += 6;
    previous = address;
    const cells = panel.pages[page][1];
    labels += text(0, y + 13, 'page', panel.pages[page][0]) + text(638, y + 13, 'page', cells > 0 && cells < 8192 ? 'cells ' + cells + ' B' : '');
    let x = 118;
    for (const part of panel.runs[runs].split(',')) {
      if (part === '') continue;
      const kind = 'abcde'.indexOf(part[0]);
      const length = parseInt(part.slice(1), 36);
      if (kind > 0) rows[kind - 1].push('M' + x + ' ' + y + 'h' + length / 2 + 'v15h-' + length / 2 + 'z');
      x += length / 2;
    }
    y += 18;
  }
  const svg = labels + rows.map((path, index) => '<path class="' + kinds[index + 1] + '" d="' + path.join('') + '"/>').join('');
  return { svg, height: Math.max(18, y) };
}

function objectTable(panel, now) {
  const rows = [...now.cards].filter(([card]) => panel.cards[card][3] === 0).map(([, [look, state]]) => {
    const [address, kind, value, refs, hidden, fields] = panel.cardLooks[look];
    const says = value || fields.map(([label, content]) => (content === null ? label : label + ' = ' + content)).join(', ');
    return '<tr><td>' + [address, kind, says, [refs, ...hidden].join(' ').trim(), states[state] === 'left' ? 'moved away' : states[state]].map(escape).join('</td><td>') + '</td></tr>';
  });
  return '<thead><tr><th scope="col">address</th><th scope="col">type and size</th><th scope="col">value</th><th scope="col">references</th><th scope="col">state</th></tr></thead><tbody>' + rows.join('') + '</tbody>';
}

// A drawing is as wide as its place, but never so small that it cannot be read: then its place scrolls.
function fit() {
  for (const [index, panel] of panels.entries()) {
    const drawing = byId('figure-' + index);
    const natural = panel.width + 12;
    const room = drawing.parentElement.clientWidth - 22;
    drawing.setAttribute('width', Math.round(Math.max(natural * 0.6, Math.min(natural * 1.15, room))));
    drawing.removeAttribute('height');
  }
}
addEventListener('resize', fit);
fit();

const number = (value) => value.toLocaleString('en');
const slider = byId('slider');
slider.max = String(count);
let current = 0;

function show(step) {
  const wanted = Math.max(1, Math.min(count, Math.round(step) || 1));
  if (wanted === current) return;
  current = wanted;
  slider.value = String(current);
  const first = panels.map((panel) => panel.states[current - 1]).find((state) => state.here) ?? panels[0].states[current - 1];
  byId('step').textContent = 'Step ' + current + ' of ' + count;
  byId('title').textContent = first.title;
  slider.setAttribute('aria-valuetext', 'step ' + current + ' of ' + count + ': ' + first.title);
  for (const [index, panel] of panels.entries()) {
    const now = panel.states[current - 1];
    const at = (name) => byId(name + '-' + index);
    at('figure').innerHTML = drawFigure(panel, now);
    at('figure').setAttribute('aria-label', panel.strategy + ': ' + now.title);
    at('note').textContent = [
      now.here ? '' : 'not at this point of the program',
      now.left === '' ? '' : 'not drawn: ' + now.left,
      current === panel.steps.length ? panel.ended : '',
    ].filter((part) => part !== '').join(' \\u00b7 ');
    at('figures').textContent = number(now.heap[0]) + ' B in use, ' + number(now.heap[1]) + ' B held, ' + now.heap[2] + (now.heap[2] === 1 ? ' collection' : ' collections');
    at('events').innerHTML = now.events.length === 0 ? '<li>nothing happened to the heap</li>' : now.events.map((event) => '<li>' + escape(event) + '</li>').join('');
    const map = drawMap(panel, now);
    at('map').innerHTML = map.svg;
    at('map').setAttribute('viewBox', '0 0 726 ' + map.height);
    if (at('objects').closest('details').open) at('objects').innerHTML = objectTable(panel, now);
    const output = (panel.output ?? panels[0].output).slice(0, now.printed);
    const place = byId('output-' + index);
    if (place !== null) {
      place.textContent = output === '' ? '(nothing yet)' : output;
      place.scrollTop = place.scrollHeight;
    }
  }
  for (const line of document.querySelectorAll('#source [aria-current]')) line.removeAttribute('aria-current');
  const line = byId('line-' + first.line);
  if (line !== null) {
    line.setAttribute('aria-current', 'step');
    const box = byId('source');
    const top = line.offsetTop - box.offsetTop;
    if (top < box.scrollTop + 40 || top > box.scrollTop + box.clientHeight - 60) box.scrollTop = top - box.clientHeight / 2;
  }
  for (const [id, end] of [['first', 1], ['back', 1], ['forward', count], ['last', count]]) byId(id).disabled = current === end;
  clearTimeout(show.timer);
  show.timer = setTimeout(() => {
    history.replaceState(null, '', '#step=' + current);
    byId('said').textContent = 'Step ' + current + ': ' + first.title;
  }, 120);
}

const moves = {
  ArrowRight: () => current + 1, ArrowLeft: () => current - 1, PageDown: () => current + 10, PageUp: () => current - 10,
  Home: () => 1, End: () => count,
};
addEventListener('keydown', (event) => {
  const move = moves[event.key];
  if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
  // A region that scrolls keeps its own keys, but for left and right.
  if (event.target.closest('pre, table, [role=region]') && !event.key.startsWith('Arrow')) return;
  event.preventDefault();
  show(move());
});
slider.addEventListener('input', () => show(Number(slider.value)));
byId('first').addEventListener('click', () => show(1));
byId('back').addEventListener('click', () => show(current - 1));
byId('forward').addEventListener('click', () => show(current + 1));
byId('last').addEventListener('click', () => show(count));
for (const details of document.querySelectorAll('details')) {
  details.addEventListener('toggle', () => {
    const kept = current;
    current = 0;
    show(kept);
  });
}
const fromHash = () => Number(/^#step=(\\d+)$/.exec(location.hash)?.[1] ?? 1);
addEventListener('hashchange', () => show(fromHash()));
show(fromHash());
document.documentElement.dataset.ready = 'true';
`;
