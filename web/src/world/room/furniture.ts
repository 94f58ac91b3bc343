import { type BufferGeometry, InstancedMesh, type Material, Object3D } from 'three';
import { Kit } from '../kit';
import { CHAIRS, DESK, DESKS, POUFS, type Spot, TEACHER_DESK } from '../layout';
import { PALETTE } from '../palette';

/** The same thing at many spots for one draw call. */
export function rowsOf(
  geometry: BufferGeometry,
  spots: readonly Spot[],
  material: Material,
  shadows: boolean,
): InstancedMesh {
  const mesh = new InstancedMesh(geometry, material, spots.length);
  const place = new Object3D();
  spots.forEach((spot, i) => {
    place.position.set(spot.x, 0, spot.z);
    place.rotation.y = spot.heading;
    place.updateMatrix();
    mesh.setMatrixAt(i, place.matrix);
  });
  mesh.castShadow = shadows;
  mesh.receiveShadow = shadows;
  return mesh;
}

export function furniture(material: Material, shadows: boolean): InstancedMesh[] {
  return [
    rowsOf(desk(), DESKS, material, shadows),
    rowsOf(chair(), CHAIRS, material, shadows),
    rowsOf(pouf(), POUFS, material, shadows),
    rowsOf(teacherDesk(), [TEACHER_DESK], material, shadows),
  ];
}

function desk(): BufferGeometry {
  const { width, depth, height } = DESK;
  const kit = new Kit();
  kit.slab(width, 0.05, depth, 0.024, { at: [0, height, 0], colour: PALETTE.birchLight });
  kit.box(width - 0.3, 0.09, 0.03, { at: [0, height - 0.07, depth / 2 - 0.09], colour: PALETTE.birch });
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      kit.rod(0.022, 0.016, height, {
        at: [x * (width / 2 - 0.14), height / 2, z * (depth / 2 - 0.1)],
        turn: [z * 0.07, 0, -x * 0.07],
        colour: PALETTE.white,
      });
  kit.slab(0.3, 0.025, 0.21, 0.01, {
    at: [-0.46, height + 0.035, -0.05],
    turn: [0, 0.12, 0],
    colour: PALETTE.chalk,
  });
  kit.slab(0.22, 0.03, 0.3, 0.01, {
    at: [0.4, height + 0.04, -0.04],
    turn: [0, -0.2, 0],
    colour: PALETTE.clay,
  });
  kit.slab(0.2, 0.03, 0.28, 0.01, {
    at: [0.41, height + 0.066, -0.03],
    turn: [0, 0.05, 0],
    colour: PALETTE.sky,
  });
  kit.rod(
    0.009,
    0.009,
    0.17,
    { at: [-0.2, height + 0.035, -0.04], turn: [Math.PI / 2, 0, 0.3], colour: PALETTE.sun },
    6,
  );
  return kit.build();
}

function chair(): BufferGeometry {
  const kit = new Kit();
  const seat = 0.4;
  kit.slab(0.4, 0.045, 0.38, 0.02, { at: [0, seat, 0], colour: PALETTE.spruce });
  kit.slab(0.4, 0.2, 0.04, 0.018, {
    at: [0, seat + 0.33, -0.2],
    turn: [-0.12, 0, 0],
    colour: PALETTE.spruce,
  });
  for (const x of [-1, 1]) {
    kit.rod(
      0.016,
      0.014,
      seat,
      { at: [x * 0.15, seat / 2, 0.14], turn: [-0.06, 0, x * 0.06], colour: PALETTE.birch },
      8,
    );
    kit.rod(
      0.016,
      0.014,
      seat,
      { at: [x * 0.15, seat / 2, -0.16], turn: [0.08, 0, x * 0.06], colour: PALETTE.birch },
      8,
    );
    kit.rod(
      0.014,
      0.014,
      0.4,
      { at: [x * 0.14, seat + 0.17, -0.19], turn: [-0.12, 0, 0], colour: PALETTE.birch },
      8,
    );
  }
  return kit.build();
}

function pouf(): BufferGeometry {
  const profile = [
    [0.02, 0],
    [0.36, 0.02],
    [0.42, 0.14],
    [0.4, 0.28],
    [0.3, 0.36],
    [0, 0.38],
  ] as const;
  return new Kit()
    .turned(profile, { colour: PALETTE.sun }, 24)
    .ball(0.03, { at: [0, 0.385, 0], colour: PALETTE.clay }, 8)
    .build();
}

function teacherDesk(): BufferGeometry {
  const kit = new Kit();
  const top = 0.72;
  kit.slab(2, 0.06, 0.8, 0.028, { at: [0, top, 0], colour: PALETTE.birchLight });
  kit.slab(0.5, top - 0.06, 0.7, 0.02, { at: [0.68, (top - 0.06) / 2, 0], colour: PALETTE.birch });
  for (const y of [0.2, 0.44])
    kit.slab(0.42, 0.2, 0.02, 0.008, { at: [0.68, y, -0.36], colour: PALETTE.birchLight });
  kit.slab(1.9, 0.4, 0.03, 0.01, { at: [0, 0.46, 0.34], colour: PALETTE.birch });
  for (const z of [-1, 1])
    kit.rod(0.03, 0.024, top, { at: [-0.88, top / 2, z * 0.3], colour: PALETTE.white });
  kit.slab(0.52, 0.02, 0.36, 0.008, { at: [-0.1, top + 0.04, -0.05], colour: PALETTE.ink });
  kit.slab(0.52, 0.34, 0.02, 0.008, { at: [-0.1, top + 0.2, 0.16], turn: [0.25, 0, 0], colour: PALETTE.ink });
  kit
    .ball(0.07, { at: [-0.7, top + 0.09, 0.1], colour: PALETTE.clay })
    .rod(0.006, 0.006, 0.07, { at: [-0.7, top + 0.17, 0.1], turn: [0, 0, 0.3], colour: PALETTE.leafDeep }, 6);
  kit.rod(0.045, 0.04, 0.1, { at: [0.4, top + 0.08, -0.2], colour: PALETTE.spruce });
  for (let i = 0; i < 4; i += 1)
    kit.slab(0.34 - i * 0.02, 0.045, 0.26, 0.01, {
      at: [0.72, top + 0.055 + i * 0.046, 0.08],
      turn: [0, 0.1 * i, 0],
      colour: [PALETTE.clay, PALETTE.chalk, PALETTE.spruce, PALETTE.sun][i] ?? PALETTE.chalk,
    });
  return kit.build();
}
