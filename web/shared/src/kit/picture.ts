/** The sizes a picture of the brand's own is kept at, in pixels of its longer side. */
export type PictureSize = 96 | 320 | 800 | 1600;

/** The address of a picture at a size. An address elsewhere knows no sizes and stays as it is. */
export function pictureAt(address: string, size: PictureSize): string {
  return address.startsWith('/media/') ? `${address}/${size}` : address;
}

const larger: Record<PictureSize, PictureSize> = { 96: 320, 320: 800, 800: 1600, 1600: 1600 };

/** Both addresses for an image element: one for ordinary screens, one for dense ones. */
export function pictureSources(address: string, size: PictureSize): { src: string; srcSet?: string } {
  const src = pictureAt(address, size);
  return src === address ? { src } : { src, srcSet: `${src}, ${pictureAt(address, larger[size])} 2x` };
}
