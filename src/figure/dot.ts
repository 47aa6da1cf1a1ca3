/** Figures as Graphviz graphs: frames and cards are tables with a port for each box, references are edges. */
import { escapeXml } from '../picture/xml.ts';
import type { Figure } from './figure.ts';
import { addressText, hiddenText, kindText, refsText } from './geometry.ts';
import type { Card, Field } from './scene.ts';

/** One directed graph with a cluster for each strategy. */
export function figureDot({ title, scenes }: Figure): string {
  const lines = [
    'digraph figure {',
    `  label=${quote(title)}; labelloc=t; rankdir=LR; fontname="Inter"; compound=true;`,
    '  node [shape=plain, fontname="Inter"]; edge [fontname="Inter", tailclip=false];',
  ];
  for (const [panel, { strategy, scene }] of scenes.entries()) {
    if (scene === null) continue;
    const names = new Map(scene.cards.map(({ id }, index) => [id, `p${panel}c${index}`]));
    const edges: string[] = [];
    const boxes = (owner: string, fields: readonly Field[]): string =>
      fields
        .map(({ label, to, text }, row) => {
          if (to !== null) edges.push(`    ${owner}:b${row}:c -> ${names.get(to)!};`);
          return `<tr><td align="left">${escapeXml(label)}</td><td port="b${row}">${to === null ? escapeXml(text) : '•'}</td></tr>`;
        })
        .join('');
    lines.push(
      `  subgraph cluster_p${panel} {`,
      `    label=${quote(strategy)};`,
      `    subgraph cluster_p${panel}stack {`,
      '      label="Stack";',
    );
    for (const [index, { name, fields }] of scene.frames.entries()) {
      const id = `p${panel}f${index}`;
      lines.push(
        `      ${id} [label=<<table border="0" cellborder="1" cellspacing="0"><tr><td colspan="2"><b>${escapeXml(name)}</b></td></tr>${boxes(id, fields)}</table>>];`,
      );
    }
    lines.push('    }');
    for (const card of scene.cards) {
      const id = names.get(card.id)!;
      lines.push(`    ${id} [label=<${cardTable(card, boxes(id, card.fields))}>];`);
      if (card.movedFrom !== null) edges.push(`    ${names.get(card.movedFrom)!} -> ${id} [style=dashed, label="moved"];`);
    }
    lines.push(...edges, '  }');
  }
  lines.push('}', '');
  return lines.join('\n');
}

function cardTable(card: Card, boxes: string): string {
  const row = (text: string): string => (text === '' ? '' : `<tr><td colspan="2" align="left">${text}</td></tr>`);
  const style = card.state === 'freed' || card.state === 'left' ? ' style="dashed"' : '';
  const state = card.state === 'live' ? '' : card.state === 'left' ? 'moved away' : card.state;
  return `<table border="1" cellborder="0" cellspacing="0"${style}>${row(`${addressText(card.address)} ${escapeXml(kindText(card))}`)}${row(card.value === '' ? '' : `<b>${escapeXml(card.value)}</b>`)}${boxes}${row(
    [refsText(card), hiddenText(card), card.shelf ? 'interned' : '', state]
      .filter((text) => text !== '')
      .map(escapeXml)
      .join(' · '),
  )}</table>`;
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`;
}
