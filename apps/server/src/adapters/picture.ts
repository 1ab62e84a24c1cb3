import sharp from 'sharp';

/**
 * Pictures as they may be kept and served: decoded and encoded anew, so that nothing hidden in the file survives and
 * its metadata (place, device, time) is gone. The size is read from the head before any pixel is decoded; what is too
 * large is refused there, however small the file.
 */
export type Picture = {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly preview: Uint8Array;
};

export type PictureFault =
  | { readonly fault: 'unreadable' }
  | { readonly fault: 'too_many_pixels'; readonly width: number; readonly height: number };

export const MOST_MEGAPIXELS = 50;
export const LONGEST_SIDE = 16_000;
/** A picture is kept at most this long on its longer side: enough to read a number plate across a street. */
const KEPT_SIDE = 2560;
const PREVIEW_SIDE = 320;

// One picture at a time per request is enough, and the cache would hold pictures of one user for the next.
sharp.cache(false);

export async function reencoded(bytes: Uint8Array): Promise<Picture | PictureFault> {
  const limits = { limitInputPixels: MOST_MEGAPIXELS * 1e6, failOn: 'error', animated: false } as const;
  const head = await sharp(bytes, { ...limits, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!head?.width || !head.height) return { fault: 'unreadable' };
  const { width, height } = head;
  if (Math.max(width, height) > LONGEST_SIDE || width * height > limits.limitInputPixels) {
    return { fault: 'too_many_pixels', width, height };
  }
  try {
    // `rotate` without an angle turns the picture the way its metadata says, before the metadata is dropped.
    const upright = sharp(bytes, limits)
      .rotate()
      .resize(KEPT_SIDE, KEPT_SIDE, { fit: 'inside', withoutEnlargement: true });
    const kept = await upright.webp({ quality: 82 }).toBuffer({ resolveWithObject: true });
    const preview = await sharp(kept.data)
      .resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer();
    return { bytes: kept.data, width: kept.info.width, height: kept.info.height, preview };
  } catch {
    // The library throws plain errors on damaged data of many kinds; all of them mean this.
    return { fault: 'unreadable' };
  }
}
