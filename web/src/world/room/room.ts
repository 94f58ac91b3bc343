import { DirectionalLight, Group, HemisphereLight, Mesh, type Object3D } from 'three';
import { ROOM, SUN } from '../layout';
import type { Finish } from '../preset';
import { bake } from './bake';
import { Chalkboard } from './chalkboard';
import { ClockHands } from './clockHands';
import { decor } from './decor';
import { floor } from './floor';
import { furniture } from './furniture';
import { outside } from './outside';
import { shell } from './shell';

export interface Room {
  scene: Group;
  board: Chalkboard;
  clock: ClockHands;
  dispose(): void;
}

/** The whole classroom, ready to be put into a scene. */
export function buildRoom(finish: Finish): Room {
  const scene = new Group();
  const board = new Chalkboard();
  const clock = new ClockHands();
  const matter = finish.still({ vertexColors: true });
  for (const geometry of [shell(), decor(finish.detailed)]) {
    const mesh = new Mesh(geometry, matter);
    mesh.castShadow = finish.shadows;
    mesh.receiveShadow = finish.shadows;
    scene.add(mesh);
  }
  scene.add(
    ...furniture(matter, finish.shadows),
    floor(finish),
    outside(finish.detailed),
    board.mesh,
    clock.mesh,
  );
  scene.add(...lights(finish));
  if (!finish.shadows) bake(scene);
  still(scene);
  return { scene, board, clock, dispose: () => dispose(scene, board) };
}

function lights(finish: Finish): Object3D[] {
  const day = new HemisphereLight('#ffffff', '#f1dfc4', finish.shadows ? 2.5 : 2.6);
  const sun = new DirectionalLight('#ffe9c6', finish.shadows ? 4.6 : 1.3);
  sun.position.set(SUN.x, SUN.y, SUN.z).multiplyScalar(20);
  if (finish.shadows) {
    sun.castShadow = true;
    sun.shadow.mapSize.set(2048, 2048);
    const { camera } = sun.shadow;
    [camera.left, camera.right, camera.top, camera.bottom] = [-12, 12, 11, -11];
    [camera.near, camera.far] = [4, 36];
    sun.shadow.radius = 5;
    sun.shadow.bias = -0.0004;
    sun.shadow.normalBias = 0.03;
  }
  // The room's own pale walls answer the sun from the right.
  const answer = new DirectionalLight('#fff6e8', 0.75);
  answer.position.set(ROOM.width, 5, 6);
  return finish.shadows ? [day, sun, answer] : [day, sun];
}

/** Nothing of the room moves but the hands of the clock: matrices are made once. */
function still(scene: Group): void {
  scene.updateMatrixWorld(true);
  scene.traverse((thing) => {
    if (thing instanceof Mesh && thing.name !== 'moving') thing.matrixAutoUpdate = false;
  });
}

function dispose(scene: Group, board: Chalkboard): void {
  board.dispose();
  scene.traverse((thing) => {
    if (!(thing instanceof Mesh)) return;
    thing.geometry.dispose();
    for (const material of [thing.material].flat()) {
      material.map?.dispose();
      material.dispose();
    }
  });
}
