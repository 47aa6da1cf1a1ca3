/** The formats of `heaplab export`. */
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';

export const exportFormats = [
  { name: 'heapsnapshot', opens: 'Chrome DevTools, Memory, Load profile' },
  { name: 'chrome-trace', opens: 'ui.perfetto.dev or chrome://tracing' },
  { name: 'speedscope', opens: 'speedscope' },
  { name: 'collapsed', opens: 'flame graph tools' },
] as const;

export type ExportFormat = (typeof exportFormats)[number]['name'];

/** Formats separated by commas, each once; null where none was named. */
export function parseExportFormats(text: string | undefined): ExportFormat[] | null {
  if (text === undefined) return null;
  const names = text.split(',').map((name) => name.trim());
  const known = exportFormats.map(({ name }) => name);
  return [
    ...new Set(
      names.map((name) => {
        const format = known.find((one) => one === name);
        if (format !== undefined) return format;
        const nearest = nearestName(name, known);
        throw new UserError(`there is no export format '${name}'`, {
          hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}there are: ${known.join(', ')}`,
        });
      }),
    ),
  ];
}

export function opensIn(format: ExportFormat): string {
  return exportFormats.find(({ name }) => name === format)!.opens;
}
