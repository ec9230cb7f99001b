/** Pixels per CSS pixel: sharp on a printed page and on dense screens. */
const SCALE = 2;

/**
 * Paints a standalone SVG as a PNG of twice its size.
 * @throws if the browser cannot draw the SVG or make the PNG.
 */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser has no 2-D canvas to paint the PNG on.');
    context.scale(SCALE, SCALE);
    context.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The browser could not make a PNG of the chart.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
