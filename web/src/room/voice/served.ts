import type { RemoteTrack, RemoteTrackPublication, Room } from 'livekit-client';
import type { SfuAccess } from '@/generated/schema';
import type { Circle, Present } from './circle';
import type { Ear } from './ear';

/** A room whose voices go through a LiveKit server: we send ours once, and take those that we are near enough to hear. */
export class Served implements Circle {
  private readonly hearing = new Set<string>();

  private constructor(
    private readonly room: Room,
    private readonly ear: Ear,
  ) {}

  /** Connects and begins to speak. `lost` is told once, when the server is gone for good. */
  static async connect(
    access: SfuAccess,
    microphone: MediaStream,
    ear: Ear,
    lost: () => void,
  ): Promise<Served> {
    const { Room, RoomEvent, Track } = await import('livekit-client');
    const room = new Room({ stopLocalTrackOnUnpublish: false });
    const served = new Served(room, ear);
    room
      .on(RoomEvent.TrackSubscribed, (track, _, { identity }) => served.hear(identity, track))
      .on(RoomEvent.TrackUnsubscribed, (_, __, { identity }) => served.unhear(identity))
      .on(RoomEvent.Disconnected, lost);
    await room.connect(access.url, access.token, { autoSubscribe: false });
    const [track] = microphone.getAudioTracks();
    if (track) await room.localParticipant.publishTrack(track, { source: Track.Source.Microphone });
    return served;
  }

  tend(present: Present[]): void {
    for (const { peerId, near, gone } of present) {
      for (const publication of this.room.remoteParticipants.get(peerId)?.audioTrackPublications.values() ??
        [])
        take(publication, near, gone);
    }
  }

  state(peerId: string): RTCPeerConnectionState | null {
    if (this.hearing.has(peerId)) return 'connected';
    return this.room.remoteParticipants.has(peerId) ? 'connecting' : null;
  }

  close(): void {
    this.room.removeAllListeners();
    for (const peerId of [...this.hearing]) this.unhear(peerId);
    void this.room.disconnect(false);
  }

  private hear(peerId: string, track: RemoteTrack): void {
    this.hearing.add(peerId);
    this.ear.add(peerId, new MediaStream([track.mediaStreamTrack]), true);
  }

  private unhear(peerId: string): void {
    this.hearing.delete(peerId);
    this.ear.remove(peerId);
  }
}

/** Between near and gone it stays as it is, so that nobody at the edge flickers. */
function take(publication: RemoteTrackPublication, near: boolean, gone: boolean): void {
  if (near && !publication.isDesired) publication.setSubscribed(true);
  else if (gone && publication.isDesired) publication.setSubscribed(false);
}
