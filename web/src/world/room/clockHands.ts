import { type BufferGeometry, Group, Mesh, MeshBasicMaterial } from 'three';
import { Kit } from '../kit';
import { BOARD, FRONT } from '../layout';
import { PALETTE } from '../palette';

/** The hands of the wall clock; they show the reader's own time. */
export class ClockHands {
  readonly mesh = new Group();
  private readonly hour = hand(0.2, 0.034);
  private readonly minute = hand(0.29, 0.022);

  constructor() {
    this.mesh.position.set(BOARD.width / 2 + 1.9, 3, FRONT + 0.095);
    this.mesh.add(this.hour, this.minute);
  }

  show(now: Date): void {
    const minutes = now.getHours() * 60 + now.getMinutes();
    this.hour.rotation.z = (-minutes / 720) * Math.PI * 2;
    this.minute.rotation.z = (-minutes / 60) * Math.PI * 2;
  }
}

function hand(long: number, wide: number): Mesh<BufferGeometry, MeshBasicMaterial> {
  const geometry = new Kit()
    .box(wide, long, 0.01, { at: [0, long / 2 - 0.03, 0], colour: PALETTE.ink })
    .build();
  const mesh = new Mesh(geometry, new MeshBasicMaterial({ color: PALETTE.ink }));
  mesh.name = 'moving';
  return mesh;
}
