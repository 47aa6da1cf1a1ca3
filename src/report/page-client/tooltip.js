/** The box beside the pointer or beside the mark that the keyboard has reached. */
const tip = document.createElement('div');
tip.className = 'tip';
// What it says is said by the status line when the keyboard leads; a pointer's reader sees it.
tip.setAttribute('aria-hidden', 'true');
document.body.append(tip);

export function hideTip() {
  tip.style.display = 'none';
}

/** At a place in the window; `value` is a text, or an object of labelled texts. */
export function showTip(left, top, value) {
  if (value === null || value === undefined || value === '') {
    hideTip();
    return;
  }
  const table = document.createElement('table');
  for (const [key, text] of entriesOf(value)) {
    const row = table.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = key;
    row.append(head);
    row.insertCell().textContent = text;
  }
  tip.replaceChildren(table);
  tip.style.display = 'block';
  const below = top + 16 + tip.offsetHeight <= innerHeight;
  tip.style.left = `${Math.max(8, Math.min(left + 16, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${below ? top + 16 : Math.max(8, top - tip.offsetHeight - 12)}px`;
}

function entriesOf(value) {
  const entries = typeof value === 'object' ? Object.entries(value) : [['', value]];
  return entries.map(([key, text]) => [key, String(text)]);
}

export function tipText(value) {
  return entriesOf(value)
    .map(([key, text]) => (key === '' ? text : `${key} ${text}`))
    .join(', ');
}
