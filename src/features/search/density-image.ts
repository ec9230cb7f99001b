import { sequential } from '../../ui/palette.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { densityShare, type Density } from './density.js';

/** The colour of a share of the densest: what is dense stands out from the surface, light or dark. */
export const densityColour = (share: number, scheme: ColorScheme): readonly [number, number, number] =>
  sequential(scheme === 'light' ? 1 - share : share);

/** A density as a picture, its empty cells clear; null where the browser has no canvas. A data address, so that exports carry it. */
export function densityImage({ columns, rows, counts, most }: Density, scheme: ColorScheme): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const image = context.createImageData(columns, rows);
  counts.forEach((count, cell) => {
    if (count === 0) return;
    const [red, green, blue] = densityColour(densityShare(count, most), scheme);
    image.data.set([red, green, blue, 255], cell * 4);
  });
  context.putImageData(image, 0, 0);
  return canvas.toDataURL('image/png');
}
