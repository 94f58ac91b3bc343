import { useEffect, useMemo, useRef } from 'react';
import { enter, moveSelf } from '@/room/client';
import { useRoom } from '@/room/store';
import { chooseQuality } from '@/world/preset';
import World, { type WorldHandle } from '@/world/World';

export default function ClassroomPage() {
  useEffect(() => enter('c0'), []);
  const phase = useRoom((s) => s.phase);
  const handle = useRef<WorldHandle | null>(null);
  const board = useMemo(() => ({ title: 'Fractions & friends', above: 'Monday, 23 November', quiz: null }), []);
  if (phase !== 'inside') return null;
  return <World userId="me" teaches={false} quality={chooseQuality() ?? 'low'} board={board} label="x" tell={moveSelf} handle={handle} />;
}
