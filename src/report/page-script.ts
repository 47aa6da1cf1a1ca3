/**
 * The page's own script, after Vega's runtime (`window.vega`) and interpreter (`expression`, in the same module). Without it the page
 * still shows every picture, table and text.
 */
export const pageScript = `
const vega = window.vega;
const { specs, texts, tables } = JSON.parse(document.getElementById('data').textContent);
// Vega marks the objects it is given, so every view gets its own. They are not given as CSV: Vega's parser of CSV makes its
// converters with new Function, which the policy of this page forbids.
function rowsOf({ columns, rows }) {
  return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
}
function withValues(spec) {
  const data = (spec.data ?? []).map(({ url, ...source }) =>
    url === undefined ? source : { ...source, values: rowsOf(tables[url]), format: { ...source.format, type: 'json' } },
  );
  return { ...spec, data };
}
const dark = matchMedia('(prefers-color-scheme: dark)');
const views = new Map();
const chosen = new Map();

const tip = document.createElement('div');
tip.className = 'tip';
tip.setAttribute('role', 'status');
document.body.append(tip);

function showTip(handler, event, item, value) {
  if (value === null || value === undefined || value === '') {
    tip.style.display = 'none';
    return;
  }
  const table = document.createElement('table');
  for (const [key, text] of Object.entries(typeof value === 'object' ? value : { '': value })) {
    const row = table.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = key;
    row.append(head);
    row.insertCell().textContent = String(text);
  }
  tip.replaceChildren(table);
  tip.style.display = 'block';
  const left = Math.min(event.clientX + 16, innerWidth - tip.offsetWidth - 8);
  const top = event.clientY + 16 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : event.clientY + 16;
  tip.style.left = left + 'px';
  tip.style.top = top + 'px';
}

async function draw(name, scheme = dark.matches ? 'dark' : 'light') {
  const holder = document.getElementById(name + '-chart');
  const stage = document.createElement('div');
  const runtime = vega.parse(withValues(specs[name][scheme]), null, { ast: true });
  const view = new vega.View(runtime, { renderer: 'svg', container: stage, hover: true, expr: expression, tooltip: showTip });
  for (const [key, value] of Object.entries(texts[name][chosen.get(name)]?.params ?? {})) setSignal(view, key, value);
  await view.runAsync();
  const svg = stage.querySelector('svg');
  if (svg === null) return;
  svg.removeAttribute('role');
  views.get(name)?.finalize();
  views.set(name, view);
  holder.replaceChildren(stage);
  holder.classList.add('live');
}

/** A chart has only some of the parameters of its finding. */
function setSignal(view, key, value) {
  try {
    view.signal(key, value);
  } catch {
    return;
  }
}

function choose(name, workload) {
  chosen.set(name, workload);
  const text = texts[name][workload];
  document.getElementById(name + '-title').textContent = text.title;
  document.getElementById(name + '-subtitle').textContent = text.subtitle;
  document.getElementById(name + '-description').textContent = text.description;
  document.getElementById(name + '-chart').setAttribute('aria-label', text.description);
  return draw(name);
}

for (const select of document.querySelectorAll('select[data-chart]')) {
  chosen.set(select.dataset.chart, select.value);
  select.addEventListener('change', () => choose(select.dataset.chart, select.value));
}

const drawAll = (scheme) => Promise.all(Object.keys(specs).map((name) => draw(name, scheme)));
dark.addEventListener('change', () => drawAll());
// Paper is white. Nothing in a drawing waits for anything but promises, so it is done before the page is printed.
addEventListener('beforeprint', () => drawAll('light'));
addEventListener('afterprint', () => drawAll());
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') tip.style.display = 'none';
});

for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    head.querySelector('button').addEventListener('click', () => {
      const direction = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
      const key = (row) => {
        const { value } = row.cells[column].dataset;
        return value === undefined ? row.cells[column].textContent : value === '' ? Infinity : Number(value);
      };
      const rows = [...table.tBodies[0].rows].sort((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0));
      table.tBodies[0].append(...rows);
    });
  });
}

await drawAll();
document.documentElement.dataset.ready = 'true';
`;
