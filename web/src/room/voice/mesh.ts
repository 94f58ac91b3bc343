import type { IceServer } from '@/generated/schema';
import { emit, on } from '@/lib/socket';
import type { Circle, Present } from './circle';
import type { Ear } from './ear';
import { Link } from './link';

/** How long after somebody came we wait for their offer, and how long after an attempt for the next one. */
const PATIENCE_MS = 4000;

interface Known {
  link: Link | null;
  userId: string;
  triedAt: number;
}

/** The connections of one browser to those in earshot. `near` is asked, and tells, by peer id. */
export class Mesh implements Circle {
  private readonly peers = new Map<string, Known>();
  private readonly unlisten: (() => void)[];

  constructor(
    private readonly me: string,
    private readonly microphone: MediaStream,
    private readonly ear: Ear,
    private readonly iceServers: IceServer[],
  ) {
    this.unlisten = [
      on('voice:offer', ({ from, userId, sdp }) => this.offered(from, userId, sdp)),
      on('voice:answer', ({ from, sdp }) => this.peers.get(from)?.link?.heardAnswer(sdp)),
      on('voice:ice-candidate', (route) => this.peers.get(route.from)?.link?.heardCandidate(route)),
    ];
  }

  /** Calls those who were there before us. */
  begin(audible: { peerId: string; userId: string }[]): void {
    for (const { peerId, userId } of audible) this.open(peerId, userId)?.call();
  }

  /**
   * Keeps up with who is in the room's voice and how near they are: who has gone is let go, and of two who came into
   * earshot the one with the smaller id calls.
   */
  tend(present: Present[], now: number): void {
    const ids = new Set(present.map(({ peerId }) => peerId));
    for (const peerId of [...this.peers.keys()]) if (!ids.has(peerId)) this.forget(peerId);
    for (const { peerId, userId, near, gone } of present) {
      if (peerId === this.me) continue;
      const known = this.peers.get(peerId) ?? { link: null, userId, triedAt: now };
      this.peers.set(peerId, known);
      if (known.link && (gone || known.link.state === 'failed')) this.hangUp(peerId);
      if (known.link || !near || this.me > peerId || now - known.triedAt < PATIENCE_MS) continue;
      this.open(peerId, userId)?.call();
    }
  }

  state(peerId: string): RTCPeerConnectionState | null {
    return this.peers.get(peerId)?.link?.state ?? null;
  }

  close(): void {
    for (const stop of this.unlisten) stop();
    for (const peerId of [...this.peers.keys()]) this.forget(peerId);
  }

  private offered(peerId: string, userId: string, sdp: string): void {
    if (this.peers.get(peerId)?.link?.isOutdatedBy(sdp)) this.hangUp(peerId);
    const link = this.peers.get(peerId)?.link ?? this.open(peerId, userId);
    link?.heardOffer(sdp);
  }

  private open(peerId: string, userId: string): Link | null {
    this.hangUp(peerId);
    const refused = () => this.hangUp(peerId);
    const link = new Link(
      this.me > peerId,
      this.microphone,
      {
        offer: (sdp) => void emit('voice:offer', { to: peerId, sdp }).catch(refused),
        answer: (sdp) => void emit('voice:answer', { to: peerId, sdp }).catch(refused),
        candidate: ({ candidate = '', sdpMid = null, sdpMLineIndex = null, usernameFragment = null }) =>
          void emit('voice:ice-candidate', {
            to: peerId,
            candidate,
            sdpMid,
            sdpMLineIndex,
            usernameFragment,
          }).catch(() => undefined),
        hear: (stream) => this.ear.add(peerId, stream, true),
        change: () => undefined,
      },
      this.iceServers,
    );
    this.peers.set(peerId, { link, userId, triedAt: performance.now() });
    return link;
  }

  private hangUp(peerId: string): void {
    const known = this.peers.get(peerId);
    if (!known?.link) return;
    known.link.close();
    known.link = null;
    this.ear.remove(peerId);
  }

  private forget(peerId: string): void {
    this.hangUp(peerId);
    this.peers.delete(peerId);
  }
}
