import { type Matrix4, Object3D } from 'three';
import { JOINTS } from './body';
import type { Pose } from './pose';

export type Bone = 'torso' | 'head' | 'armLeft' | 'armRight' | 'legLeft' | 'legRight';

/** How tall the toy stands in the room: its parts are drawn for 1.4 m. */
const SIZE = 1.12;

/** One skeleton for everybody: posed, read out, and posed again for the next. */
export class Rig {
  private readonly root = new Object3D();
  private readonly bones: Record<Bone, Object3D>;

  constructor() {
    const bone = (parent: Object3D, x: number, y: number): Object3D => {
      const joint = new Object3D();
      joint.position.set(x, y, 0);
      parent.add(joint);
      return joint;
    };
    const torso = bone(this.root, 0, 0);
    this.bones = {
      torso,
      head: bone(torso, 0, JOINTS.neck),
      armLeft: bone(torso, JOINTS.shoulderSide, JOINTS.shoulder),
      armRight: bone(torso, -JOINTS.shoulderSide, JOINTS.shoulder),
      legLeft: bone(this.root, JOINTS.hipSide, JOINTS.hip),
      legRight: bone(this.root, -JOINTS.hipSide, JOINTS.hip),
    };
    this.root.scale.setScalar(SIZE);
  }

  pose(at: { x: number; y: number; z: number; heading: number }, pose: Pose): void {
    const { torso, head, armLeft, armRight, legLeft, legRight } = this.bones;
    this.root.position.set(at.x, at.y, at.z);
    this.root.rotation.y = at.heading + pose.turn;
    torso.position.y = pose.rise;
    torso.rotation.set(pose.lean, 0, pose.sway);
    head.rotation.set(pose.headPitch, pose.headTurn, pose.headTilt);
    armLeft.rotation.set(pose.armLeft, 0, pose.spreadLeft);
    armRight.rotation.set(pose.armRight, 0, -pose.spreadRight);
    legLeft.rotation.x = pose.legLeft;
    legRight.rotation.x = pose.legRight;
    legLeft.position.y = legRight.position.y = JOINTS.hip + pose.rise * 0.4;
    this.root.updateMatrixWorld(true);
  }

  matrix(bone: Bone): Matrix4 {
    return this.bones[bone].matrixWorld;
  }
}
