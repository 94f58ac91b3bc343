interface Voice {
  analyser: AnalyserNode;
  gain: GainNode | null;
  source: MediaStreamAudioSourceNode;
  element: HTMLAudioElement | null;
}

/** Plays voices, each as loud as it is told to, and measures them. Ours is measured only. */
export class Ear {
  private readonly context = new AudioContext();
  private readonly voices = new Map<string, Voice>();
  private readonly samples = new Uint8Array(512);

  constructor() {
    void this.context.resume();
  }

  /** Listens to a stream under a name; `audible` says whether it is played as well. */
  add(name: string, stream: MediaStream, audible: boolean): void {
    this.remove(name);
    const source = this.context.createMediaStreamSource(stream);
    const analyser = new AnalyserNode(this.context, { fftSize: 512, smoothingTimeConstant: 0.4 });
    source.connect(analyser);
    const gain = audible ? new GainNode(this.context, { gain: 0 }) : null;
    if (gain) analyser.connect(gain).connect(this.context.destination);
    this.voices.set(name, { analyser, gain, source, element: audible ? silent(stream) : null });
  }

  remove(name: string): void {
    const voice = this.voices.get(name);
    if (!voice) return;
    this.voices.delete(name);
    voice.source.disconnect();
    voice.analyser.disconnect();
    voice.gain?.disconnect();
    if (voice.element) voice.element.srcObject = null;
  }

  setVolume(name: string, volume: number): void {
    const gain = this.voices.get(name)?.gain;
    // Reached softly: a step in loudness is a click.
    gain?.gain.setTargetAtTime(volume, this.context.currentTime, 0.08);
  }

  /** How loud somebody is just now, 0..1. */
  level(name: string): number {
    const voice = this.voices.get(name);
    if (!voice) return 0;
    voice.analyser.getByteTimeDomainData(this.samples);
    let sum = 0;
    for (const sample of this.samples) sum += ((sample - 128) / 128) ** 2;
    return Math.min(1, Math.sqrt(sum / this.samples.length) * 3);
  }

  close(): void {
    for (const name of [...this.voices.keys()]) this.remove(name);
    void this.context.close();
  }
}

/** Chromium lets a remote stream flow into an audio graph only while some element has it too. */
function silent(stream: MediaStream): HTMLAudioElement {
  const element = new Audio();
  element.muted = true;
  element.srcObject = stream;
  void element.play().catch(() => undefined);
  return element;
}
