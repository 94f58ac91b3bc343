import type { IceServer, VoiceRouteFound } from '@/generated/schema';

export interface LinkPorts {
  offer: (sdp: string) => void;
  answer: (sdp: string) => void;
  candidate: (candidate: RTCIceCandidateInit) => void;
  hear: (stream: MediaStream) => void;
  change: (state: RTCPeerConnectionState) => void;
}

/**
 * One connection to one other browser, by the pattern of perfect negotiation (W3C WebRTC 1.0, section 10.7): both
 * sides may offer at any time; when they do so at once, the polite one takes its own offer back.
 */
export class Link {
  private readonly connection: RTCPeerConnection;
  private makingOffer = false;
  private ignoresOffer = false;
  /** Signals are worked off one after another: a candidate is nothing before its description. */
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly polite: boolean,
    private readonly microphone: MediaStream,
    private readonly ports: LinkPorts,
    iceServers: IceServer[],
  ) {
    const connection = new RTCPeerConnection({ iceServers: iceServers.map(asBrowsers) });
    this.connection = connection;
    connection.onnegotiationneeded = () => void this.offer();
    connection.onicecandidate = ({ candidate }) => candidate && ports.candidate(candidate.toJSON());
    connection.ontrack = ({ track, streams }) => ports.hear(streams[0] ?? new MediaStream([track]));
    connection.onconnectionstatechange = () => ports.change(connection.connectionState);
  }

  get state(): RTCPeerConnectionState {
    return this.connection.connectionState;
  }

  /** Begins to speak, which makes an offer. */
  call(): void {
    this.speak();
  }

  heardOffer(sdp: string): void {
    this.queue(() => this.take(sdp));
  }

  heardAnswer(sdp: string): void {
    this.queue(() => this.connection.setRemoteDescription({ type: 'answer', sdp }));
  }

  heardCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: VoiceRouteFound): void {
    this.queue(async () => {
      if (this.ignoresOffer) return;
      await this.connection.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
    });
  }

  /** True for an offer of a connection that the other side has made anew: ours is of no use any more. */
  isOutdatedBy(sdp: string): boolean {
    const known = this.connection.remoteDescription?.sdp;
    return known !== undefined && sessionOf(known) !== sessionOf(sdp);
  }

  close(): void {
    const { connection } = this;
    connection.onnegotiationneeded = connection.onicecandidate = null;
    connection.ontrack = connection.onconnectionstatechange = null;
    connection.close();
  }

  private async offer(): Promise<void> {
    this.makingOffer = true;
    try {
      await this.connection.setLocalDescription();
      const made = this.connection.localDescription;
      if (made?.type === 'offer') this.ports.offer(made.sdp);
    } catch {
      // Closed meanwhile.
    } finally {
      this.makingOffer = false;
    }
  }

  private async take(sdp: string): Promise<void> {
    const collides = this.makingOffer || this.connection.signalingState !== 'stable';
    this.ignoresOffer = !this.polite && collides;
    if (this.ignoresOffer) return;
    await this.connection.setRemoteDescription({ type: 'offer', sdp });
    this.speak();
    await this.connection.setLocalDescription();
    if (this.connection.localDescription) this.ports.answer(this.connection.localDescription.sdp);
  }

  private speak(): void {
    if (this.connection.getSenders().some((sender) => sender.track !== null)) return;
    for (const track of this.microphone.getAudioTracks()) this.connection.addTrack(track, this.microphone);
  }

  private queue(task: () => Promise<unknown>): void {
    // What a signal that came too late says of a closed connection is of no interest.
    this.work = this.work.then(task).catch(() => undefined);
  }
}

/** The session a description belongs to: the second word of its origin line (RFC 8866, section 5.2). */
const sessionOf = (sdp: string): string | undefined => /^o=\S+ (\S+)/m.exec(sdp)?.[1];

/** A browser takes no null where a member is missing. */
const asBrowsers = ({ urls, username, credential }: IceServer): RTCIceServer => ({
  urls,
  ...(username !== null && credential !== null && { username, credential }),
});
