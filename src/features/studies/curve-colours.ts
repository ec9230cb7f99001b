import type { ColorScheme } from '../../ui/color-scheme.js';

/**
 * Nine colours for curves that belong together, after Paul Tol's bright and vibrant schemes: safe for colour-blind eyes, and
 * each at 3 : 1 or better on its surface, so yellow and cyan are darker on white, blue and purple lighter on black.
 */
const COLOURS: Readonly<Record<ColorScheme, readonly string[]>> = {
  light: ['#3B6EA5', '#D1495B', '#1E7B34', '#A07A00', '#7B3F98', '#0F8A8A', '#5F6670', '#C2570C', '#B23A84'],
  dark: ['#78B0E8', '#F58A97', '#5FC277', '#DDC155', '#C08BE0', '#55CFD0', '#A9B2BC', '#F59B5B', '#EE8FC6'],
};

/** The colour of a group of curves; they repeat after nine. */
export function curveColour(group: number, scheme: ColorScheme): string {
  const colours = COLOURS[scheme];
  return colours[group % colours.length] ?? '#5F6670';
}
