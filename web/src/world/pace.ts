const SAMPLE = 20;
const SLOW_SECONDS = 1 / 20;

/** Watches how fast frames come. */
export class Pace {
  private frames = 0;
  private seconds = 0;
  private done = false;

  /** True once, when the frames of a whole sample came too slowly. The first sample is the scene's own start. */
  isSlow(delta: number): boolean {
    if (this.done) return false;
    this.frames += 1;
    this.seconds += this.frames > 3 ? delta : 0;
    if (this.frames < SAMPLE) return false;
    this.done = this.seconds / (SAMPLE - 3) > SLOW_SECONDS;
    this.frames = 3;
    this.seconds = 0;
    return this.done;
  }
}
