import type { Group } from 'three';
import type { Actor } from '@/room/stage';
import { type Plate, Signs } from './signs';

/** Quieter than this, nothing shines. */
const AUDIBLE = 0.05;

/** What stands over everybody's head: the name, a raised hand, and light while they speak. */
export class Plates {
  private signs: Signs | null = null;
  private count = 0;

  constructor(
    private readonly scene: Group,
    private readonly calm: boolean,
  ) {}

  /** Paints all signs anew, in the order of `place`. */
  paint(actors: readonly Actor[]): void {
    this.dispose();
    this.count = actors.length;
    const hands = actors.map(() => ({ kind: 'hand' }) as const);
    const halos = actors.map((actor) =>
      actor.talks ? { ...plateOf(actor), kind: 'halo' as const } : ({ kind: 'hand' } as const),
    );
    this.signs = new Signs([...halos, ...actors.map(plateOf), ...hands]);
    this.scene.add(this.signs.mesh);
  }

  place(index: number, actor: Actor, mine: boolean, seated: boolean, now: number): void {
    const { x, y, z } = actor.motion;
    const top = y + (seated ? 1.8 : 1.84);
    const speaks = actor.talks && !actor.muted && actor.loudness > AUDIBLE;
    const shine = this.calm ? 1.02 : 1 + Math.min(0.14, actor.loudness * 0.3);
    this.signs?.place(index, x, top, z, speaks && !mine ? shine : 0);
    this.signs?.place(this.count + index, x, top, z, mine ? 0 : 1);
    const bob = this.calm ? 0 : Math.sin(now / 260) * 0.04;
    this.signs?.place(this.count * 2 + index, x, top + 0.36 + bob, z, actor.handRaised ? 1.25 : 0);
  }

  commit(): void {
    if (this.signs) this.signs.mesh.instanceMatrix.needsUpdate = true;
  }

  dispose(): void {
    this.signs?.mesh.removeFromParent();
    this.signs?.dispose();
    this.signs = null;
  }
}

const plateOf = (actor: Actor): Plate => ({
  kind: 'plate',
  text: actor.name,
  teacher: actor.standing === 'teacher',
  spotlit: actor.spotlit,
  muted: actor.muted,
});
