import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { Group, NeutralToneMapping, PCFShadowMap, type PerspectiveCamera } from 'three';
import { stage } from '@/room/stage';
import type { Gesture, Position } from '@/room/words';
import { Bubbles } from './bubbles';
import { counts } from './diagnostics';
import { Director } from './director';
import { listen } from './motion/input';
import { Pace } from './pace';
import { FINISHES } from './preset';
import type { Quality } from './quality';
import type { BoardText } from './room/chalkboard';
import { buildRoom } from './room/room';
import css from './World.module.css';

export interface WorldProps {
  userId: string;
  teaches: boolean;
  quality: Quality;
  board: BoardText;
  label: string;
  /** Called with where we are, at most ten times a second. */
  tell: (position: Position, heading: number) => void;
  /** Filled with what the buttons outside need of the scene. */
  handle: RefObject<WorldHandle | null>;
}

export interface WorldHandle {
  sitOrStand(): Gesture | null;
}

/** The classroom in three dimensions. Nothing in here re-renders while people walk. */
export default function World(props: WorldProps) {
  const scene = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const finish = FINISHES[props.quality];
  useEffect(() => (scene.current ? listen(scene.current) : undefined), []);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an application is walked through with the keyboard */}
      <div ref={scene} className={css.world} role="application" aria-label={props.label} tabIndex={0}>
        <Canvas
          key={props.quality}
          shadows={finish.shadows ? { type: PCFShadowMap } : false}
          dpr={[1, finish.maxDpr]}
          gl={{
            antialias: finish.detailed,
            powerPreference: 'high-performance',
            toneMapping: NeutralToneMapping,
            toneMappingExposure: 1.18,
          }}
          camera={{ fov: 55, near: 0.1, far: 70 }}
        >
          <Stage {...props} layer={layer} />
        </Canvas>
      </div>
      <div ref={layer} className={css.bubbles} aria-hidden="true" />
    </>
  );
}

/** The longest step that is simulated at once: after a pause nobody shoots through a wall. */
const LONGEST_STEP = 0.1;
/** Pixels per pixel of the page where a machine cannot keep up otherwise. */
const COARSE_DPR = 0.7;

function Stage({
  userId,
  teaches,
  quality,
  board,
  tell,
  handle,
  layer,
}: WorldProps & { layer: RefObject<HTMLDivElement | null> }) {
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const room = useMemo(() => buildRoom(FINISHES[quality]), [quality]);
  const people = useMemo(() => new Group(), []);
  const setDpr = useThree((state) => state.setDpr);
  const pace = useMemo(() => new Pace(), []);
  const live = useRef<{ director: Director; bubbles: Bubbles } | null>(null);

  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const director = new Director(people, { userId, teaches, finish: FINISHES[quality], calm, tell });
    const bubbles = layer.current ? new Bubbles(layer.current) : null;
    if (bubbles) live.current = { director, bubbles };
    handle.current = director;
    return () => {
      live.current = null;
      handle.current = null;
      director.dispose();
      bubbles?.dispose();
    };
  }, [people, userId, teaches, quality, tell, handle, layer]);

  useEffect(() => () => room.dispose(), [room]);

  useEffect(() => {
    // The board is written in the page's own type, which may still be on its way.
    void document.fonts.load('600 40px "Familjen Grotesk Variable"').then(() => room.board.write(board));
  }, [room, board]);

  useEffect(() => {
    const show = () => room.clock.show(new Date());
    show();
    const timer = setInterval(show, 10_000);
    return () => clearInterval(timer);
  }, [room]);

  useFrame((_, delta) => {
    const now = performance.now();
    live.current?.director.frame(camera, Math.min(delta, LONGEST_STEP), now);
    live.current?.bubbles.draw(stage.actors.values(), camera, now);
    if (pace.isSlow(delta)) setDpr(COARSE_DPR);
    counts.frames += 1;
    counts.drawCalls = gl.info.render.calls;
    counts.triangles = gl.info.render.triangles;
    counts.quality = quality;
  });

  return (
    <>
      <primitive object={room.scene} />
      <primitive object={people} />
    </>
  );
}
