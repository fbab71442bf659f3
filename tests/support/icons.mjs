// The icons of the installed page: pictures of boot/icon.svg in the sizes that systems ask for.

/** The folder that they lie in. */
export const BOOT = new URL('../../boot/', import.meta.url);

/**
 * Each picture with its size in pixels and the share of it that the drawing takes.
 *
 * A maskable one may be cut to a circle of 80 %, so the drawing keeps to the square inside that
 * and stands on paper.
 */
export const ICONS = {
  'icon-192.png': { size: 192, share: 1 },
  'icon-512.png': { size: 512, share: 1 },
  'icon-maskable-512.png': { size: 512, share: 0.5625, paper: '#FBFBF9' },
};

/** In a page: the drawing as the address of a PNG. */
export async function draw({ svg, size, share, paper }) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', `<svg width="${size}" height="${size}" `))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const pen = canvas.getContext('2d');
  if (paper) { pen.fillStyle = paper; pen.fillRect(0, 0, size, size); }
  const edge = size * (1 - share) / 2;
  pen.drawImage(image, edge, edge, size * share, size * share);
  return canvas.toDataURL('image/png');
}
