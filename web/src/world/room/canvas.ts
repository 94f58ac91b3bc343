import { CanvasTexture, SRGBColorSpace } from 'three';

/** Draws a picture with the 2D canvas and hands it over as a texture. */
export function painted(
  width: number,
  height: number,
  paint: (pen: CanvasRenderingContext2D, width: number, height: number) => void,
): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // Kept out of the graphics process: where that is software, thousands of strokes would hold up every frame.
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen) paint(pen, width, height);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 4;
  return texture;
}

/** A repeatable source of chance, so that every planked floor and every tree is the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
