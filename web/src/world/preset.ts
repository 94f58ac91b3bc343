import {
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  type MeshStandardMaterialParameters,
} from 'three';
import type { Quality } from './quality';

/** What a quality means for whoever draws: how surfaces answer the light, and what is left out. */
export interface Finish {
  shadows: boolean;
  /** Bigger pictures, more leaves, light in the air. */
  detailed: boolean;
  /** How round bodies are; see `Kit`. */
  detail: number;
  maxDpr: number;
  surface: (look: MeshStandardMaterialParameters) => Material;
  /** The same for what never moves; `low` has its light painted into the colours already. */
  still: (look: MeshStandardMaterialParameters) => Material;
}

export const FINISHES: Record<Quality, Finish> = {
  high: {
    shadows: true,
    detailed: true,
    detail: 1,
    maxDpr: 2,
    surface: (look) => new MeshStandardMaterial({ roughness: 0.85, ...look }),
    still: (look) => new MeshStandardMaterial({ roughness: 0.85, ...look }),
  },
  low: {
    shadows: false,
    detailed: false,
    detail: 0.65,
    maxDpr: 1,
    surface: ({ roughness: _, ...look }) => new MeshLambertMaterial(look),
    still: ({ roughness: _, ...look }) => new MeshBasicMaterial({ ...look, toneMapped: false }),
  },
};
