/** Pictures as pixels. */
import { Resvg } from '@resvg/resvg-js';
import { collectHostGarbage } from '../base/host-garbage.ts';
import { codeFontFiles, fontFiles } from './font.ts';
import type { Theme } from './theme.ts';

/** Each holds the fonts and its pixels, some 9 MB, until V8 has collected it: the pictures of a report held 100 MB at its end. */
const PICTURES_HELD = 4;
let held = 0;

/** PNG of a framed `svg`. No font of the system is looked at, so the bytes do not depend on the machine. */
export async function toPng(svg: string, theme: Theme): Promise<Uint8Array> {
  const png = drawn(svg, theme);
  if (++held === PICTURES_HELD) {
    held = 0;
    await collectHostGarbage();
  }
  return png;
}

function drawn(svg: string, theme: Theme): Uint8Array {
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
