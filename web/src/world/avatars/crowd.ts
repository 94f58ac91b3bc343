import {
  type BufferGeometry,
  CircleGeometry,
  Color,
  DynamicDrawUsage,
  Group,
  InstancedBufferAttribute,
  InstancedMesh,
  type Material,
  Matrix4,
  MeshBasicMaterial,
} from 'three';
import type { AvatarData } from '@/generated/schema';
import { Kit } from '../kit';
import type { Finish } from '../preset';
import { painted } from '../room/canvas';
import { arm, head, leg, TORSOS } from './body';
import { faceAtlas, faceColumn, faceShield } from './faces';
import { ACCESSORIES, HAIR } from './hair';
import { bodyMaterial, faceMaterial } from './materials';
import type { Bone, Rig } from './rig';

interface Piece {
  part: Part;
  bone: Bone;
  index: number;
}

/** Bodies of many people, one draw call for each kind of part however many wear it. */
export class Crowd {
  readonly group = new Group();
  private readonly parts = new Map<string, Part>();
  private readonly shapes = new Map<string, (kit: Kit) => Kit>(
    Object.entries({ head, arm, leg, ...TORSOS, ...HAIR, ...ACCESSORIES }),
  );
  private readonly cloth: Material;
  private readonly faces: Part;
  private readonly shadows: Part;
  private people: Piece[][] = [];

  constructor(private readonly finish: Finish) {
    this.cloth = bodyMaterial(finish);
    this.faces = new Part(faceShield(), faceMaterial(faceAtlas()), false);
    this.shadows = new Part(new CircleGeometry(0.42, 20).rotateX(-Math.PI / 2), shadowMaterial(), false);
    this.group.add(this.faces.mesh, this.shadows.mesh);
  }

  /** Dresses everybody anew; the order of `looks` is the order of `place`. */
  dress(looks: readonly AvatarData[]): void {
    for (const part of this.parts.values()) part.begin(looks.length);
    this.faces.begin(looks.length);
    this.shadows.begin(looks.length);
    this.people = looks.map((look) => this.clothe(look, looks.length));
    for (const part of [...this.parts.values(), this.faces, this.shadows]) part.end();
  }

  /** Puts the person at `index` where the rig is posed. */
  place(index: number, rig: Rig, at: { x: number; z: number }, blink: boolean): void {
    for (const piece of this.people[index] ?? [])
      piece.part.mesh.setMatrixAt(piece.index, rig.matrix(piece.bone));
    this.faces.mesh.setMatrixAt(index, rig.matrix('head'));
    this.faces.cell.setY(index, blink ? 0 : 1);
    this.shadows.mesh.setMatrixAt(index, scratch.makeTranslation(at.x, 0.012, at.z));
  }

  /** Tells the graphics card what `place` has changed. */
  commit(): void {
    for (const part of [...this.parts.values(), this.faces, this.shadows])
      part.mesh.instanceMatrix.needsUpdate = true;
    this.faces.cell.needsUpdate = true;
  }

  dispose(): void {
    for (const part of [...this.parts.values(), this.faces, this.shadows]) part.dispose();
  }

  private clothe(look: AvatarData, count: number): Piece[] {
    const trousers =
      look.outfit === 'dungarees' ? look.outfitColour : look.outfit === 'dress' ? '#efe5d4' : '#46545c';
    const wears = look.hair === 'scarf' ? look.outfitColour : look.hairColour;
    const piece = (shape: string, bone: Bone, colour: string): Piece => {
      const part = this.part(shape, count);
      return { part, bone, index: part.wear(colour, look.skin) };
    };
    const sleeve = look.outfit === 'dungarees' ? '#f6efe0' : look.outfitColour;
    const pieces = [
      piece(look.outfit, 'torso', look.outfitColour),
      piece('head', 'head', look.skin),
      piece('arm', 'armLeft', sleeve),
      piece('arm', 'armRight', sleeve),
      piece('leg', 'legLeft', trousers),
      piece('leg', 'legRight', trousers),
    ];
    if (look.hair !== 'bald') pieces.push(piece(under(look), 'head', wears));
    if (look.accessory !== 'none') pieces.push(piece(look.accessory, 'head', wears));
    this.faces.cell.setXY(this.faces.wear(look.skin, look.skin), faceColumn(look.expression), 1);
    this.shadows.wear(look.skin, look.skin);
    return pieces;
  }

  private part(shape: string, count: number): Part {
    const known = this.parts.get(shape);
    if (known) return known;
    const build = this.shapes.get(shape);
    if (!build) throw new Error(`nothing to wear is called ${shape}`);
    const part = new Part(build(new Kit(this.finish.detail)).build(), this.cloth, this.finish.shadows);
    part.begin(count);
    this.parts.set(shape, part);
    this.group.add(part.mesh);
    return part;
  }
}

/** Hair that stands higher than a cap is pressed flat by one. */
function under({ hair, accessory }: AvatarData): AvatarData['hair'] {
  return accessory === 'cap' && (hair === 'curly' || hair === 'bun') ? 'short' : hair;
}

const scratch = new Matrix4();
const colour = new Color();

function shadowMaterial(): Material {
  const map = painted(64, 64, (pen) => {
    const fade = pen.createRadialGradient(32, 32, 4, 32, 32, 32);
    fade.addColorStop(0, 'rgb(70 44 14 / 48%)');
    fade.addColorStop(1, 'rgb(70 44 14 / 0%)');
    pen.fillStyle = fade;
    pen.fillRect(0, 0, 64, 64);
  });
  return new MeshBasicMaterial({ map, transparent: true, depthWrite: false });
}

/** All instances of one shape. Grows to the number of people, is never made smaller. */
class Part {
  mesh: InstancedMesh;
  private worn = 0;
  private room = 0;

  constructor(
    private readonly geometry: BufferGeometry,
    material: Material,
    shadows: boolean,
  ) {
    this.mesh = new InstancedMesh(geometry, material, 0);
    this.mesh.frustumCulled = false;
    this.mesh.castShadow = shadows;
    this.mesh.receiveShadow = shadows;
  }

  get cell(): InstancedBufferAttribute {
    return this.geometry.getAttribute('cell') as InstancedBufferAttribute;
  }

  begin(people: number): void {
    this.worn = 0;
    if (people * 2 <= this.room) return;
    this.room = people * 2;
    this.mesh.dispose();
    this.mesh.instanceMatrix = new InstancedBufferAttribute(new Float32Array(this.room * 16), 16).setUsage(
      DynamicDrawUsage,
    );
    for (const name of ['colourA', 'colourB'])
      this.geometry.setAttribute(name, new InstancedBufferAttribute(new Float32Array(this.room * 3), 3));
    this.geometry.setAttribute('cell', new InstancedBufferAttribute(new Float32Array(this.room * 2), 2));
  }

  wear(first: string, second: string): number {
    const index = this.worn;
    this.worn += 1;
    colour.set(first).toArray(this.geometry.getAttribute('colourA').array, index * 3);
    colour.set(second).toArray(this.geometry.getAttribute('colourB').array, index * 3);
    return index;
  }

  end(): void {
    this.mesh.count = this.worn;
    this.mesh.visible = this.worn > 0;
    for (const name of ['colourA', 'colourB', 'cell']) this.geometry.getAttribute(name).needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
    for (const material of [this.mesh.material].flat()) material.dispose();
    this.mesh.dispose();
  }
}
