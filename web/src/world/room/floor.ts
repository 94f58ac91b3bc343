import { Mesh, PlaneGeometry } from 'three';
import { type Box, LEFT, OBSTACLES, POUFS, ROOM, SUN, WINDOWS } from '../layout';
import type { Finish } from '../preset';
import { painted, seeded } from './canvas';

type Pen = CanvasRenderingContext2D;

/** The floor is one picture: planks, a rug, the dusk along the walls and the soft shadow under everything that stands. */
export function floor(finish: Finish): Mesh {
  const size = finish.detailed ? 2048 : 1024;
  const scale = size / ROOM.width;
  const texture = painted(size, Math.round(scale * ROOM.depth), (pen) => {
    pen.scale(scale, scale);
    pen.translate(ROOM.width / 2, ROOM.depth / 2);
    planks(pen);
    rug(pen, -5.9, 6.6, 2.2);
    if (!finish.shadows) sunlight(pen);
    dusk(pen);
    pen.filter = `blur(${0.12 * scale}px)`;
    for (const box of OBSTACLES) shade(pen, box);
    for (const pouf of POUFS) shade(pen, { ...pouf, halfWidth: 0.4, halfDepth: 0.4 });
    pen.filter = 'none';
  });
  const mesh = new Mesh(
    new PlaneGeometry(ROOM.width, ROOM.depth).rotateX(-Math.PI / 2),
    finish.still({ map: texture, roughness: 0.62 }),
  );
  mesh.receiveShadow = finish.shadows;
  return mesh;
}

function planks(pen: Pen): void {
  const random = seeded(11);
  const wide = 0.22;
  for (let x = LEFT; x < -LEFT; x += wide) {
    let z = -ROOM.depth / 2 - random() * 2;
    while (z < ROOM.depth / 2) {
      const long = 1.6 + random() * 1.4;
      const light = 70 + random() * 6;
      pen.fillStyle = `hsl(${33 + random() * 4} ${44 + random() * 8}% ${light}%)`;
      pen.fillRect(x, z, wide, long);
      pen.strokeStyle = `hsl(31 40% ${light - 7}% / 0.45)`;
      pen.lineWidth = 0.008;
      for (let grain = 0; grain < 3; grain += 1) {
        const across = x + random() * wide;
        pen.beginPath();
        pen.moveTo(across, z);
        pen.bezierCurveTo(across + 0.03, z + long * 0.3, across - 0.03, z + long * 0.6, across, z + long);
        pen.stroke();
      }
      pen.fillStyle = 'hsl(29 32% 50% / 0.5)';
      pen.fillRect(x, z, wide, 0.012);
      z += long;
    }
    pen.fillStyle = 'hsl(29 32% 50% / 0.38)';
    pen.fillRect(x, -ROOM.depth / 2, 0.012, ROOM.depth);
  }
}

function rug(pen: Pen, x: number, z: number, radius: number): void {
  const rings = ['#d9d0bd', '#ece3d2', '#d98b6a', '#ece3d2', '#8fae9c', '#ece3d2', '#e9c274', '#f1e9da'];
  pen.save();
  pen.shadowColor = 'rgb(70 45 15 / 45%)';
  pen.shadowBlur = 14;
  rings.forEach((colour, ring) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(x, z, radius * (1 - ring / rings.length), 0, Math.PI * 2);
    pen.fill();
    pen.shadowBlur = 0;
  });
  pen.strokeStyle = 'rgb(120 95 60 / 10%)';
  pen.lineWidth = 0.02;
  for (let r = 0.08; r < radius; r += 0.07) {
    pen.beginPath();
    pen.arc(x, z, r, 0, Math.PI * 2);
    pen.stroke();
  }
  pen.restore();
}

/** Where the sun falls through the panes, for machines that cannot afford real shadows. */
function sunlight(pen: Pen): void {
  pen.save();
  pen.globalCompositeOperation = 'soft-light';
  pen.fillStyle = 'rgb(255 236 180)';
  pen.filter = 'blur(3px)';
  const middle = (WINDOWS.bottom + WINDOWS.top) / 2 + 0.35;
  for (const centre of WINDOWS.centres) {
    for (const [from, to] of [
      [-WINDOWS.width / 2, -0.06],
      [0.06, WINDOWS.width / 2],
    ] as const) {
      for (const [low, high] of [
        [WINDOWS.bottom + 0.08, middle - 0.05],
        [middle + 0.05, WINDOWS.top - 0.08],
      ] as const) {
        pen.beginPath();
        for (const [y, z] of [
          [low, from],
          [low, to],
          [high, to],
          [high, from],
        ] as const)
          pen.lineTo(LEFT - (SUN.x / SUN.y) * y, centre + z - (SUN.z / SUN.y) * y);
        pen.fill();
        pen.fill();
      }
    }
  }
  pen.restore();
}

function dusk(pen: Pen): void {
  const deep = 1.1;
  const [w, d] = [ROOM.width / 2, ROOM.depth / 2];
  for (const [x0, z0, x1, z1] of [
    [-w, 0, -w + deep, 0],
    [w, 0, w - deep, 0],
    [0, -d, 0, -d + deep],
    [0, d, 0, d - deep],
  ] as const) {
    const fade = pen.createLinearGradient(x0, z0, x1, z1);
    fade.addColorStop(0, 'rgb(96 66 30 / 34%)');
    fade.addColorStop(0.35, 'rgb(96 66 30 / 12%)');
    fade.addColorStop(1, 'rgb(96 66 30 / 0%)');
    pen.fillStyle = fade;
    pen.fillRect(-w, -d, w * 2, d * 2);
  }
}

function shade(pen: Pen, box: Box): void {
  pen.save();
  pen.translate(box.x, box.z);
  pen.rotate(-box.heading);
  pen.fillStyle = 'rgb(88 58 24 / 26%)';
  pen.fillRect(-box.halfWidth, -box.halfDepth, box.halfWidth * 2, box.halfDepth * 2);
  pen.restore();
}
