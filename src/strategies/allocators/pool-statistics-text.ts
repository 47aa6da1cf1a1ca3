/** The books of the arenas in the form of `sys._debugmallocstats` (CPython: Objects/obmalloc.c, _PyObject_DebugMallocStats). */
import { ARENA_BYTES, POOL_BYTES, type PoolStatistics } from './arena-pools.ts';

const SMALL_BYTES = 512;

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function row(label: string, value: number): string {
  return `${label.padEnd(35)}=${grouped(value).padStart(21)}\n`;
}

/** Size classes in use, arenas, and where the bytes of the arenas are: the parts add up to the total. Ends with a line break. */
export function poolStatisticsText(statistics: PoolStatistics): string {
  const { classes, arenas, unusedPools } = statistics;
  let text = `Small block threshold = ${SMALL_BYTES}, in ${classes.length} size classes.\n\n`;
  text += 'class   size   num pools   blocks in use  avail blocks\n-----   ----   ---------   -------------  ------------\n';
  for (const [index, { blockBytes, pools, usedBlocks, freeBlocks }] of classes.entries()) {
    if (pools === 0) continue;
    const columns = [
      String(index).padStart(5),
      String(blockBytes).padStart(6),
      String(pools).padStart(11),
      String(usedBlocks).padStart(15),
      String(freeBlocks).padStart(13),
    ];
    text += `${columns.join(' ')}\n`;
  }
  text += '\n';
  text += row('# arenas allocated total', statistics.arenasAllocatedTotal);
  text += row('# arenas reclaimed', statistics.arenasReclaimed);
  text += row('# arenas highwater mark', statistics.arenasPeak);
  text += row('# arenas allocated current', arenas);
  text += row(`${arenas} arenas * ${ARENA_BYTES} bytes/arena`, arenas * ARENA_BYTES);
  text += '\n';
  const parts: [string, number][] = [
    ['# bytes in allocated blocks', statistics.usedBlockBytes],
    ['# bytes in available blocks', statistics.freeBlockBytes],
    [`${unusedPools} unused pools * ${POOL_BYTES} bytes`, statistics.unusedPoolBytes],
    ['# bytes lost to pool headers', statistics.poolHeaderBytes],
    ['# bytes lost to quantization', statistics.quantizationBytes],
    ['# bytes lost to arena alignment', statistics.alignmentBytes],
  ];
  for (const [label, value] of parts) text += row(label, value);
  return (
    text +
    row(
      'Total',
      parts.reduce((sum, [, value]) => sum + value, 0),
    )
  );
}
