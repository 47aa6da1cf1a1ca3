/** Figures as Graphviz graphs: frames and cards are tables with a port for each box, references are edges. */
import { wrapText } from '../picture/font.ts';
import { escapeXml } from '../picture/xml.ts';
import type { Figure } from './figure.ts';
import { addressText, hiddenText, kindText, refsText } from './geometry.ts';
import type { Card, Field } from './scene.ts';

/** One directed graph with a cluster for each strategy. */
export function figureDot({ title, scenes }: Figure): string {
  const lines = [
    'digraph figure {',
    `  label=${quote(title)}; labelloc=t; rankdir=LR; ranksep=0.7; fontname="Inter,Helvetica,Arial"; fontsize=20;`,
    '  node [shape=plain, fontname="Inter,Helvetica,Arial"]; edge [fontname="Inter,Helvetica,Arial", tailclip=false, color="#3b4048"];',
  ];
  for (const [panel, { strategy, scene }] of scenes.entries()) {
    if (scene === null) continue;
    const names = new Map(scene.cards.map(({ id }, index) => [id, `p${panel}c${index}`]));
    const edges: string[] = [];
    const boxes = (owner: string, fields: readonly Field[]): string =>
      fields
        .map(({ label, to, text }, row) => {
          if (to !== null) edges.push(`    ${owner}:b${row}:e -> ${names.get(to)!};`);
          return `<tr><td align="left">${escapeXml(label)}</td><td align="right" port="b${row}">${to === null ? escapeXml(text) : '•'}</td></tr>`;
        })
        .join('');
    lines.push(
      `  subgraph cluster_p${panel} {`,
      `    label=${quote(strategy)}; color="#b9c0c8";`,
      `    subgraph cluster_p${panel}stack {`,
      '      label="Stack"; color="#b9c0c8";',
    );
    for (const [index, { name, fields }] of scene.frames.entries()) {
      const id = `p${panel}f${index}`;
      lines.push(
        `      ${id} [label=<<table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#0072b2" bgcolor="#e3f1fa"><tr><td colspan="2"><b>${escapeXml(name)}</b></td></tr>${boxes(id, fields)}</table>>];`,
      );
    }
    lines.push('    }');
    for (const card of scene.cards) {
      const id = names.get(card.id)!;
      lines.push(`    ${id} [label=<${cardTable(card, boxes(id, card.fields))}>];`);
      if (card.movedFrom !== null)
        edges.push(`    ${names.get(card.movedFrom)!} -> ${id} [style=dashed, color="#8a5a9e", label="moved"];`);
    }
    // What nothing refers to stands with the heap too, and not beside the stack.
    const held = new Set([...scene.frames, ...scene.cards].flatMap(({ fields }) => fields.map(({ to }) => to)));
    const loose = scene.frames.length === 0 ? [] : scene.cards.filter(({ id }) => !held.has(id));
    lines.push(...edges, ...loose.map(({ id }) => `    p${panel}f0 -> ${names.get(id)!} [style=invis];`), '  }');
  }
  lines.push('}', '');
  return lines.join('\n');
}

/** Border and ground of a card; `words.ts` and the other formats say the same in words. */
const looks: Readonly<Record<Card['state'], { readonly color: string; readonly style: string }>> = {
  live: { color: '#3b4048', style: '' },
  new: { color: '#00795a', style: '' },
  freed: { color: '#b34700', style: ' style="dashed"' },
  left: { color: '#b34700', style: ' style="dashed"' },
  unreachable: { color: '#b34700', style: '' },
};

function cardTable(card: Card, boxes: string): string {
  const row = (text: string): string => (text === '' ? '' : `<tr><td colspan="2" align="left">${text}</td></tr>`);
  const { color, style } = looks[card.state];
  const state = card.state === 'live' ? '' : card.state === 'left' ? 'moved away' : card.state;
  const head = card.shelf ? escapeXml(kindText(card)) : `${addressText(card.address)} ${escapeXml(kindText(card))}`;
  const counts = [refsText(card), card.shelf ? 'interned' : '', state].filter((text) => text !== '').map(escapeXml);
  const hidden = wrapText(hiddenText(card), 240, 14, 400).map(escapeXml).join('<br align="left"/>');
  return `<table border="${card.state === 'live' ? 1 : 2}" cellborder="0" cellspacing="0" color="${color}" bgcolor="${card.shelf ? '#f3efe6' : '#ffffff'}"${style}>${row(
    head,
  )}${row(card.value === '' ? '' : `<b>${escapeXml(card.value)}</b>`)}${boxes}${row(counts.join(' · '))}${row(
    hidden === '' ? '' : `${hidden}<br align="left"/>`,
  )}</table>`;
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`;
}
