import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { DirectionalLight, Group, HemisphereLight, NeutralToneMapping } from 'three';
import type { AvatarData } from '@/generated/schema';
import { Crowd } from './avatars/crowd';
import { newPose, strike } from './avatars/pose';
import { Rig } from './avatars/rig';
import { FINISHES } from './preset';
import type { Quality } from './quality';

/** One person on a small stage, turning a little: what others will see. */
export default function Preview({ look, quality }: { look: AvatarData; quality: Quality }) {
  return (
    <Canvas
      dpr={[1, 2]}
      gl={{ antialias: true, toneMapping: NeutralToneMapping }}
      camera={{ fov: 30, position: [0, 1.05, 4] }}
    >
      <Model look={look} quality={quality} />
    </Canvas>
  );
}

function Model({ look, quality }: { look: AvatarData; quality: Quality }) {
  const camera = useThree((state) => state.camera);
  const calm = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, []);
  const { scene, crowd, rig, pose } = useMemo(() => buildStage(quality), [quality]);
  useEffect(() => crowd.dress([look]), [crowd, look]);
  useEffect(() => () => crowd.dispose(), [crowd]);
  useFrame(() => {
    const time = performance.now() / 1000;
    camera.lookAt(0, 0.82, 0);
    strike(pose, {
      time,
      phase: 0.3,
      speed: 0,
      walked: 0,
      seated: false,
      handRaised: false,
      gesture: null,
      since: 0,
      calm,
    });
    rig.pose({ x: 0, y: 0, z: 0, heading: calm ? 0.3 : Math.sin(time * 0.7) * 0.55 }, pose);
    crowd.place(0, rig, { x: 0, z: 0 }, pose.blink);
    crowd.commit();
  });
  return <primitive object={scene} />;
}

function buildStage(quality: Quality) {
  const scene = new Group();
  const crowd = new Crowd({ ...FINISHES[quality], shadows: false, detail: 1 });
  const sun = new DirectionalLight('#fff3e2', 2.2);
  sun.position.set(-3, 4, 4);
  scene.add(crowd.group, new HemisphereLight('#ffffff', '#f1dfc4', 2.4), sun);
  return { scene, crowd, rig: new Rig(), pose: newPose() };
}
