import { expect, it } from 'vitest';
import { type Moment, newPose, type Pose, strike } from './pose';

const still: Moment = {
  time: 0,
  phase: 0,
  speed: 0,
  walked: 0,
  seated: false,
  handRaised: false,
  gesture: null,
  since: 0,
  calm: false,
};

function pose(moment: Partial<Moment>): Pose {
  const made = newPose();
  strike(made, { ...still, ...moment });
  return made;
}

it('stands with its legs together', () => {
  expect(pose({})).toMatchObject({ legLeft: 0, legRight: 0 });
});

it('walks with opposite legs, by the way walked', () => {
  const step = pose({ speed: 2, walked: 0.3 });
  expect(step.legLeft).toBeCloseTo(-step.legRight);
  expect(step.legLeft).not.toBe(0);
});

it('sits with its legs forward, also while it raises a hand', () => {
  const sitting = pose({ seated: true, handRaised: true });
  expect(sitting.legLeft).toBeLessThan(-1);
  expect(sitting.armRight).toBeLessThan(-2.5);
});

it('ends a gesture when its time is over', () => {
  expect(pose({ gesture: 'wave', since: 1 }).armRight).toBeLessThan(-2);
  expect(pose({ gesture: 'wave', since: 10 })).toEqual(pose({}));
});

it('dances smaller for people who asked for calm', () => {
  const height = (calm: boolean) => pose({ gesture: 'dance', since: 1.3, calm }).rise;
  expect(height(true)).toBeLessThan(height(false));
});
