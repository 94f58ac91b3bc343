import { create } from 'zustand';

/** `asking` is the browser's own question about the microphone; `lost` waits for the line to come back. */
export type VoiceStage = 'off' | 'asking' | 'joining' | 'on' | 'lost';

/** Why there is no voice. `unavailable`: the media server that a room of many talks through is not there. */
export type VoiceProblem = 'denied' | 'no-microphone' | 'insecure' | 'full' | 'unavailable' | 'failed';

interface VoiceState {
  stage: VoiceStage;
  problem: VoiceProblem | null;
  /** Who can be heard speaking right now, by user id. */
  speaking: Record<string, true>;
}

export const useVoice = create<VoiceState>(() => ({ stage: 'off', problem: null, speaking: {} }));

/** What is heard of each peer, every tenth of a second: too often for a store. */
export interface Heard {
  userId: string;
  state: RTCPeerConnectionState;
  /** 0..1, before and after the distance between us. */
  level: number;
  volume: number;
}

export const heard = new Map<string, Heard>();
