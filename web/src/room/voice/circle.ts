/** Somebody else in the room's voice, and how near they are. */
export interface Present {
  peerId: string;
  userId: string;
  near: boolean;
  /** Too far away to be heard any more. */
  gone: boolean;
}

/** How voices reach us: from browser to browser, or through a media server. */
export interface Circle {
  /** Keeps up with who is in the room's voice and how near they are; called ten times a second. */
  tend(present: Present[], now: number): void;
  state(peerId: string): RTCPeerConnectionState | null;
  close(): void;
}
