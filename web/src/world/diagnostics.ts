import { stage } from '@/room/stage';
import { type Heard, heard } from '@/room/voice/store';

/** What a browser test can know of the picture without looking at pixels. Read only. */
export interface Diagnostics {
  readonly ready: boolean;
  readonly frames: number;
  readonly drawCalls: number;
  readonly triangles: number;
  readonly quality: string;
  readonly avatars: readonly { userId: string; name: string; x: number; z: number; seated: boolean }[];
  readonly voices: readonly Heard[];
}

declare global {
  interface Window {
    __eduverse?: Diagnostics;
  }
}

export const counts = { frames: 0, drawCalls: 0, triangles: 0, quality: '' };

/** Puts the diagnostics on the window; returns how to take them away. */
export function expose(isSeated: (x: number, z: number) => boolean): () => void {
  const diagnostics: Diagnostics = {
    get ready() {
      return counts.frames > 2;
    },
    get frames() {
      return counts.frames;
    },
    get drawCalls() {
      return counts.drawCalls;
    },
    get triangles() {
      return counts.triangles;
    },
    get quality() {
      return counts.quality;
    },
    get avatars() {
      return [...stage.actors.values()].map(({ userId, name, motion: { x, z } }) => ({
        userId,
        name,
        x,
        z,
        seated: isSeated(x, z),
      }));
    },
    get voices() {
      return [...heard.values()].map((one) => ({ ...one }));
    },
  };
  window.__eduverse = Object.freeze(diagnostics);
  return () => {
    delete window.__eduverse;
    Object.assign(counts, { frames: 0, drawCalls: 0, triangles: 0 });
  };
}
