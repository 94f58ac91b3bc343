import { type BufferGeometry, Mesh, type Object3D, Vector3 } from 'three';
import { SUN } from '../layout';

const sun = new Vector3(SUN.x, SUN.y, SUN.z).normalize();
const normal = new Vector3();

/** Paints the light into the colours of everything that stands still, once, for machines that draw in software. */
export function bake(scene: Object3D): void {
  const done = new Set<BufferGeometry>();
  scene.traverse((thing) => {
    if (!(thing instanceof Mesh) || done.has(thing.geometry)) return;
    done.add(thing.geometry);
    lighten(thing.geometry);
  });
}

function lighten(geometry: BufferGeometry): void {
  const colours = geometry.getAttribute('color');
  const normals = geometry.getAttribute('normal');
  if (!colours || !normals) return;
  for (let i = 0; i < colours.count; i += 1) {
    normal.fromBufferAttribute(normals, i);
    const sky = 0.8 + normal.y * 0.1;
    const direct = Math.max(0, normal.dot(sun)) * 0.24;
    const [red, green, blue] = [sky + direct, sky + direct * 0.94, sky + direct * 0.8];
    colours.setXYZ(i, colours.getX(i) * red, colours.getY(i) * green, colours.getZ(i) * blue);
  }
}
