/** Pictures as pixels. */
import { Resvg } from '@resvg/resvg-js';
import { codeFontFiles, fontFiles } from './font.ts';
import type { Theme } from './theme.ts';

/** PNG of a framed `svg`. No font of the system is looked at, so the bytes do not depend on the machine. */
export function toPng(svg: string, theme: Theme): Uint8Array {
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: theme.canvas.pngScale },
    font: {
      fontFiles: [...fontFiles(), ...codeFontFiles()],
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  return renderer.render().asPng();
}
