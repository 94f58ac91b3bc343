import { type Material, MeshBasicMaterial, MeshLambertMaterial, MeshStandardMaterial, type MeshStandardMaterialParameters } from 'three';

export type Quality = 'high' | 'low';

/** What a quality means for whoever draws: how surfaces answer the light, and what is left out. */
export interface Finish {
  shadows: boolean;
  /** Bigger pictures, more leaves, light in the air. */
  detailed: boolean;
  maxDpr: number;
  surface: (look: MeshStandardMaterialParameters) => Material;
  /** The same for what never moves; `low` has its light painted into the colours already. */
  still: (look: MeshStandardMaterialParameters) => Material;
}

export const FINISHES: Record<Quality, Finish> = {
  high: {
    shadows: true,
    detailed: true,
    maxDpr: 2,
    surface: (look) => new MeshStandardMaterial({ roughness: 0.85, ...look }),
    still: (look) => new MeshStandardMaterial({ roughness: 0.85, ...look }),
  },
  low: {
    shadows: false,
    detailed: false,
    maxDpr: 1,
    surface: ({ roughness: _, ...look }) => new MeshLambertMaterial(look),
    still: ({ roughness: _, ...look }) => new MeshBasicMaterial({ ...look, toneMapped: false }),
  },
};

const STORED = 'eduverse:quality';
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** What the person chose; else what the machine looks able to do. Null without WebGL. */
export function chooseQuality(): Quality | null {
  const renderer = rendererName();
  if (renderer === null) return null;
  const stored = localStorage.getItem(STORED);
  if (stored === 'high' || stored === 'low') return stored;
  const { deviceMemory = 8 } = navigator as Navigator & { deviceMemory?: number };
  const weak = SOFTWARE.test(renderer) || deviceMemory <= 2 || navigator.hardwareConcurrency <= 2;
  return weak ? 'low' : 'high';
}

export const rememberQuality = (quality: Quality): void => localStorage.setItem(STORED, quality);

function rendererName(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}
