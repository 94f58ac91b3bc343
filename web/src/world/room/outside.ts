import { BackSide, CylinderGeometry, DoubleSide, Group, Mesh, MeshBasicMaterial, PlaneGeometry } from 'three';
import { LEFT, SUN, WINDOWS } from '../layout';
import { painted, seeded } from './canvas';

type Pen = CanvasRenderingContext2D;

/** What is seen through the windows: sky, hills and birches, painted on a wide arc, and the light that comes in. */
export function outside(detailed: boolean): Group {
  const group = new Group();
  group.add(backdrop());
  if (detailed) for (const centre of WINDOWS.centres) group.add(shaft(centre));
  return group;
}

function backdrop(): Mesh {
  const arc = new CylinderGeometry(26, 26, 22, 40, 1, true, Math.PI, Math.PI);
  const map = painted(2048, 1024, paintView);
  map.repeat.x = -1;
  map.offset.x = 1;
  const mesh = new Mesh(arc, new MeshBasicMaterial({ map, side: BackSide, toneMapped: false, fog: false }));
  mesh.position.set(LEFT + 6, 4.5, 0);
  return mesh;
}

function paintView(pen: Pen, width: number, height: number): void {
  const random = seeded(9);
  const horizon = height * 0.66;
  const sky = pen.createLinearGradient(0, 0, 0, horizon);
  sky.addColorStop(0, '#8fc0d8');
  sky.addColorStop(0.55, '#c4e0e8');
  sky.addColorStop(1, '#fbf1da');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  for (let i = 0; i < 12; i += 1)
    cloud(pen, random() * width, height * (0.22 + random() * 0.3), 26 + random() * 40, random);
  ridge(pen, horizon - 46, '#b9d0cd', 60, random);
  ridge(pen, horizon - 14, '#9dbfa8', 42, random);
  ridge(pen, horizon + 20, '#86ae86', 26, random);
  for (let x = 0; x < width; x += 26 + random() * 30)
    fir(pen, x, horizon + 34 + random() * 14, 34 + random() * 44, random);
  const meadow = pen.createLinearGradient(0, horizon + 30, 0, height);
  meadow.addColorStop(0, '#a3c178');
  meadow.addColorStop(1, '#7fa85c');
  pen.fillStyle = meadow;
  pen.fillRect(0, horizon + 44, width, height);
  for (let i = 0; i < 15; i += 1)
    birch(pen, (i + 0.2 + random() * 0.7) * (width / 15), height * 0.86, 300 + random() * 190, random);
}

function cloud(pen: Pen, x: number, y: number, size: number, random: () => number): void {
  pen.fillStyle = 'rgb(255 255 255 / 62%)';
  for (let i = 0; i < 6; i += 1) {
    pen.beginPath();
    pen.ellipse(
      x + (i - 2.5) * size * 0.55,
      y - random() * size * 0.3,
      size * (0.5 + random() * 0.4),
      size * 0.26,
      0,
      0,
      Math.PI * 2,
    );
    pen.fill();
  }
}

function ridge(pen: Pen, base: number, colour: string, swing: number, random: () => number): void {
  const shift = random() * 9;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(0, 2000);
  for (let x = 0; x <= pen.canvas.width; x += 16)
    pen.lineTo(
      x,
      base - Math.sin(x / 210 + shift) * swing * 0.6 - Math.sin(x / 67 + shift * 2) * swing * 0.2,
    );
  pen.lineTo(pen.canvas.width, 2000);
  pen.fill();
}

function fir(pen: Pen, x: number, y: number, tall: number, random: () => number): void {
  pen.fillStyle = random() < 0.5 ? '#5d8f6a' : '#6d9c70';
  pen.beginPath();
  for (let tier = 0; tier < 3; tier += 1) {
    const top = y - tall + tier * tall * 0.26;
    pen.moveTo(x, top);
    pen.lineTo(x - tall * (0.14 + tier * 0.06), top + tall * 0.46);
    pen.lineTo(x + tall * (0.14 + tier * 0.06), top + tall * 0.46);
  }
  pen.fill();
}

function birch(pen: Pen, x: number, y: number, tall: number, random: () => number): void {
  const wide = 9 + random() * 6;
  pen.fillStyle = '#f4efe4';
  pen.beginPath();
  pen.moveTo(x - wide / 2, y);
  pen.lineTo(x - wide / 5, y - tall);
  pen.lineTo(x + wide / 5, y - tall);
  pen.lineTo(x + wide / 2, y);
  pen.fill();
  pen.fillStyle = 'rgb(60 54 48 / 55%)';
  for (let mark = 0; mark < 12; mark += 1)
    pen.fillRect(
      x - wide / 2 + random() * wide * 0.4,
      y - random() * tall * 0.8,
      wide * (0.3 + random() * 0.4),
      3,
    );
  const greens = ['#a8c66c', '#8fb85d', '#c3d67e', '#7da653'];
  for (let leaf = 0; leaf < 70; leaf += 1) {
    pen.fillStyle = greens[Math.floor(random() * 4)] ?? '#8fb85d';
    pen.globalAlpha = 0.72;
    pen.beginPath();
    const spread = tall * 0.24;
    pen.ellipse(
      x + (random() - 0.5) * spread * 2 * random(),
      y - tall * (0.45 + random() * 0.62),
      8 + random() * 15,
      6 + random() * 10,
      random() * 3,
      0,
      Math.PI * 2,
    );
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** Light made visible in the air behind one window: a slanted veil that fades towards the floor. */
function shaft(centre: number): Mesh {
  const map = painted(64, 128, (pen, width, height) => {
    const fade = pen.createLinearGradient(0, 0, 0, height);
    fade.addColorStop(0, 'rgb(255 238 190 / 20%)');
    fade.addColorStop(1, 'rgb(255 238 190 / 0%)');
    pen.fillStyle = fade;
    pen.fillRect(0, 0, width, height);
  });
  const reach = WINDOWS.top / SUN.y;
  const geometry = new PlaneGeometry(WINDOWS.width, 1);
  const position = geometry.getAttribute('position');
  for (let i = 0; i < position.count; i += 1) {
    const low = position.getY(i) < 0 ? 1 : 0;
    position.setXYZ(
      i,
      LEFT - SUN.x * reach * low,
      WINDOWS.top * (1 - low) + 0.02,
      centre + position.getX(i) - SUN.z * reach * low,
    );
  }
  const mesh = new Mesh(
    geometry,
    new MeshBasicMaterial({ map, transparent: true, depthWrite: false, side: DoubleSide, toneMapped: false }),
  );
  mesh.renderOrder = 5;
  return mesh;
}
