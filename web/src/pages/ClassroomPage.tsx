import Classroom3D from '@/world/Classroom3D';
import { chooseQuality } from '@/world/preset';

export default function ClassroomPage() {
  return <div style={{ height: '100dvh' }}><Classroom3D quality={chooseQuality() ?? 'low'} /></div>;
}
