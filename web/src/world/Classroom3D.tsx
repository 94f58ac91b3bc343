import { Canvas } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { NeutralToneMapping, PCFShadowMap } from 'three';
import { FINISHES, type Quality } from './preset';
import { buildRoom } from './room/room';

export default function Classroom3D({ quality }: { quality: Quality }) {
  const finish = FINISHES[quality];
  return (
    <Canvas
      shadows={finish.shadows ? { type: PCFShadowMap } : false}
      dpr={[1, finish.maxDpr]}
      gl={{ antialias: finish.detailed, powerPreference: 'high-performance', toneMapping: NeutralToneMapping, toneMappingExposure: 1 }}
      camera={{ position: [5, 2.6, 6], fov: 55, near: 0.1, far: 70 }}
      onCreated={(s) => s.camera.lookAt(-1, 1, -4)}
    >
      <RoomScene quality={quality} />
    </Canvas>
  );
}

function RoomScene({ quality }: { quality: Quality }) {
  const room = useMemo(() => buildRoom(FINISHES[quality]), [quality]);
  useEffect(() => {
    room.board.write({ title: 'Fractions & friends', above: 'Monday, 23 November', quiz: null });
    room.clock.show(new Date());
    return () => room.dispose();
  }, [room]);
  return <primitive object={room.scene} />;
}
