/** Figures as data, for other tools: schema `heaplab-figure`, version 1, described in docs/figures.md. */
import type { Figure } from './figure.ts';

/** Raised when a field is renamed, removed or changes its meaning. */
const VERSION = 1;

/** Plain data, the same for the same figures. */
export function figureData(program: { readonly name: string; readonly source: string }, figures: readonly Figure[]): object {
  return {
    schema: 'heaplab-figure',
    version: VERSION,
    program: { name: program.name, source: program.source },
    figures: figures.map(({ name, title, moment, scenes }) => ({
      name,
      title,
      moment,
      panels: scenes.map(({ strategy, scene }) => {
        if (scene === null) return { strategy, scene: null };
        const { moment: view, cards, ...rest } = scene;
        const { allocatedBytes, usedBytes, footprintBytes, collections, events, eventsLeftOut } = view;
        return {
          strategy,
          scene: {
            ...rest,
            cards,
            heap: { allocatedBytes, usedBytes, footprintBytes, collections },
            events,
            eventsLeftOut,
          },
        };
      }),
    })),
  };
}
