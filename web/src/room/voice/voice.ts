import type { SfuAccess, VoiceJoined } from '@/generated/schema';
import { asProblem, Problem } from '@/lib/problem';
import { useSession } from '@/lib/session';
import { emit, emitLatest, on } from '@/lib/socket';
import { positionOf, stage } from '../stage';
import { useRoom } from '../store';
import type { Circle } from './circle';
import { Ear } from './ear';
import { Mesh } from './mesh';
import { closeMicrophone, NoMicrophone, openMicrophone } from './microphone';
import { Served } from './served';
import { heard, useVoice, type VoiceProblem } from './store';
import { EARSHOT, OUT_OF_HEARING, volumeOf } from './volume';

const LISTEN_MS = 100;
/** Louder than this is speaking, and stays it for so many looks. */
const SPEAKING = 0.05;
const LOOKS = 5;
const ME = 'me';

/** Everything that hangs on an open microphone. */
interface Session {
  microphone: MediaStream;
  ear: Ear;
  circle: Circle | null;
  peerId: string;
  ending: (() => void)[];
}

let session: Session | null = null;
const spoke = new Map<string, number>();

/** Opens the microphone and joins the room's voice. */
export async function joinVoice(): Promise<void> {
  if (useVoice.getState().stage !== 'off') return;
  useVoice.setState({ stage: 'asking', problem: null });
  let microphone: MediaStream;
  try {
    microphone = await openMicrophone();
  } catch (error) {
    return end(error instanceof NoMicrophone ? error.problem : 'failed');
  }
  if (useVoice.getState().stage !== 'asking') return closeMicrophone(microphone);
  const ear = new Ear();
  ear.add(ME, microphone, false);
  const opened: Session = { microphone, ear, circle: null, peerId: '', ending: [] };
  session = opened;
  const timer = setInterval(listen, LISTEN_MS);
  microphone.getAudioTracks()[0]?.addEventListener('ended', () => leaveVoice('no-microphone'));
  opened.ending.push(
    () => clearInterval(timer),
    useRoom.subscribe((state, before) => {
      if (state.muted !== before.muted) openOrClose(opened);
      if (state.phase !== before.phase) lineChanged(opened, state.phase);
    }),
    on('voice:mode-changed', () => void takePlace(opened)),
    // The servers took us for gone; we are not.
    on('voice:left', ({ peerId }) => {
      if (peerId === opened.peerId && useVoice.getState().stage === 'on') void takePlace(opened);
    }),
  );
  await takePlace(opened);
}

/** Leaves the room's voice and gives the microphone back. */
export function leaveVoice(problem: VoiceProblem | null = null): void {
  if (session) emitLatest('voice:leave', {});
  end(problem);
}

/** Our own microphone; `mute-held` when the teacher keeps it off. */
export const setMuted = (muted: boolean) => emit('voice:mute-status', { muted });

async function takePlace(opened: Session): Promise<void> {
  useVoice.setState({ stage: 'joining' });
  try {
    const reply = await emit('voice:join', {});
    if (session !== opened) return;
    const { peerId, peers } = reply;
    const mine = myself();
    useRoom.setState((state) => ({
      voice: [...peers, { peerId, userId: mine, name: state.people[mine]?.name ?? '' }],
      muted: [...state.muted.filter((userId) => userId !== mine), ...(reply.muted ? [mine] : [])],
    }));
    opened.circle?.close();
    opened.circle = null;
    opened.peerId = peerId;
    const circle = reply.sfu ? await served(opened, reply.sfu) : meshed(opened, reply);
    if (session !== opened || opened.peerId !== peerId) return circle.close();
    opened.circle = circle;
    openOrClose(opened);
    useVoice.setState({ stage: 'on', problem: null });
  } catch (error) {
    if (session !== opened) return;
    const { code, passing } = asProblem(error);
    // A line that has just gone comes back, and we with it.
    if (passing && useRoom.getState().phase !== 'inside') return useVoice.setState({ stage: 'lost' });
    leaveVoice(code === 'voice-full' ? 'full' : code === 'voice-unavailable' ? 'unavailable' : 'failed');
  }
}

function meshed({ peerId, microphone, ear }: Session, { peers, audible, iceServers }: VoiceJoined): Circle {
  const mesh = new Mesh(peerId, microphone, ear, iceServers);
  mesh.begin(peers.filter((peer) => audible.includes(peer.peerId)));
  return mesh;
}

const served = (opened: Session, access: SfuAccess): Promise<Circle> =>
  Served.connect(access, opened.microphone, opened.ear, () => {
    if (session === opened) leaveVoice('unavailable');
  }).catch((error: unknown) => {
    throw new Problem({ code: 'voice-unavailable', detail: String(error) });
  });

function lineChanged(opened: Session, phase: string): void {
  if (phase === 'inside') return void takePlace(opened);
  if (phase === 'away' || phase === 'closed' || phase === 'refused') return leaveVoice();
  opened.circle?.close();
  opened.circle = null;
  useVoice.setState({ stage: 'lost' });
}

function openOrClose({ microphone }: Session): void {
  const on = !useRoom.getState().muted.includes(myself());
  for (const track of microphone.getAudioTracks()) track.enabled = on;
}

/** Ten times a second: who is how near, how loud they are, and to whom there should be a connection. */
function listen(): void {
  const { voice, muted } = useRoom.getState();
  if (!session) return;
  const { circle, ear, peerId: mine } = session;
  const levels = new Map([[myself(), muted.includes(myself()) ? 0 : ear.level(ME)]]);
  const others = voice.filter(({ peerId }) => peerId !== mine);
  heard.clear();
  const present = others.map(({ peerId, userId }) => {
    const distance = distanceTo(userId);
    const everywhere = carries(userId) || carries(myself());
    // In a second tab of our own we would hear ourselves.
    const isMuted = muted.includes(userId) || userId === myself();
    const volume = volumeOf({ distance, everywhere, muted: isMuted });
    ear.setVolume(peerId, volume);
    const level = isMuted ? 0 : ear.level(peerId);
    levels.set(userId, Math.max(level * Math.min(1, volume * 2), levels.get(userId) ?? 0));
    heard.set(peerId, { userId, state: circle?.state(peerId) ?? 'new', level, volume });
    const near = everywhere || distance <= EARSHOT;
    return { peerId, userId, near, gone: !everywhere && distance > OUT_OF_HEARING };
  });
  circle?.tend(present, performance.now());
  show(levels);
}

/** Loudness goes to the bodies as it is; who speaks goes to the store, when that changes. */
function show(levels: Map<string, number>): void {
  for (const actor of stage.actors.values()) actor.loudness = levels.get(actor.userId) ?? 0;
  for (const [userId, level] of levels)
    spoke.set(userId, level > SPEAKING ? LOOKS : Math.max(0, (spoke.get(userId) ?? 0) - 1));
  const now = [...spoke]
    .filter(([userId, looks]) => looks > 0 && levels.has(userId))
    .map(([userId]) => userId);
  const before = useVoice.getState().speaking;
  if (now.length !== Object.keys(before).length || now.some((userId) => !before[userId]))
    useVoice.setState({ speaking: Object.fromEntries(now.map((userId) => [userId, true])) });
}

function distanceTo(userId: string): number {
  const [here, there] = [positionOf(myself()), positionOf(userId)];
  return here && there ? Math.hypot(here[0] - there[0], here[2] - there[2]) : Number.POSITIVE_INFINITY;
}

function carries(userId: string): boolean {
  const { people, rules } = useRoom.getState();
  return people[userId]?.standing === 'teacher' || rules.spotlight === userId;
}

const myself = (): string => useSession.getState().user?.id ?? '';

function end(problem: VoiceProblem | null): void {
  const closing = session;
  session = null;
  for (const stop of closing?.ending ?? []) stop();
  closing?.circle?.close();
  closing?.ear.close();
  if (closing) closeMicrophone(closing.microphone);
  heard.clear();
  spoke.clear();
  show(new Map());
  useVoice.setState({ stage: 'off', problem });
}
