import { useRoom } from '@/room/store';
import { useVoice } from '@/room/voice/store';
import { joinVoice, setMuted } from '@/room/voice/voice';

export type MicrophoneState = 'off' | 'asking' | 'joining' | 'on' | 'muted' | 'held' | 'lost';

/** How our own microphone stands, and what pressing it does. */
export function useMicrophone(userId: string): { state: MicrophoneState; press: () => void } {
  const stage = useVoice((voice) => voice.stage);
  const muted = useRoom((room) => room.muted.includes(userId));
  const held = useRoom((room) => room.rules.muteHeld && room.standing !== 'teacher');
  const state = stage !== 'on' ? stage : !muted ? 'on' : held ? 'held' : 'muted';
  function press(): void {
    if (state === 'off') void joinVoice();
    // The room's news is what changes the button; a refusal leaves it as it is.
    else if (state === 'on' || state === 'muted') void setMuted(state === 'on').catch(() => undefined);
  }
  return { state, press };
}
