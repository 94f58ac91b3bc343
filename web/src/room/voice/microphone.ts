import type { VoiceProblem } from './store';

/** Why the microphone cannot be had. */
export class NoMicrophone extends Error {
  constructor(readonly problem: VoiceProblem) {
    super(problem);
  }
}

/** Asks for the microphone. The browser asks the person, who may say no. */
export async function openMicrophone(): Promise<MediaStream> {
  // Browsers lend microphones on secure origins only.
  if (!navigator.mediaDevices) throw new NoMicrophone('insecure');
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (error) {
    const denied = error instanceof DOMException && error.name === 'NotAllowedError';
    throw new NoMicrophone(denied ? 'denied' : 'no-microphone');
  }
}

export function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
