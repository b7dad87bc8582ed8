/**
 * Short soft tones, made and not loaded. They only add to what is seen: where there is no sound, or none is allowed
 * before the first touch or key, nothing happens.
 */
export type Tone = 'done' | 'attention' | 'refused';

interface Note {
  /** Hz. */
  readonly pitch: number;
  /** Seconds after the tone begins. */
  readonly after: number;
  /** Seconds. */
  readonly length: number;
}

/** Told apart by rise and fall, not by pitch alone: up is done, twice the same asks, down and long is refused. */
const notes: Readonly<Record<Tone, readonly Note[]>> = {
  done: [
    { pitch: 587, after: 0, length: 0.1 },
    { pitch: 880, after: 0.09, length: 0.16 },
  ],
  attention: [
    { pitch: 587, after: 0, length: 0.1 },
    { pitch: 587, after: 0.16, length: 0.14 },
  ],
  refused: [
    { pitch: 330, after: 0, length: 0.16 },
    { pitch: 220, after: 0.15, length: 0.3 },
  ],
};

const loudness = 0.12;
let output: AudioContext | undefined;

function sound(context: AudioContext, { pitch, after, length }: Note): void {
  const begin = context.currentTime + after;
  const voice = new OscillatorNode(context, { type: 'sine', frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  // Swells and fades, so that it does not click.
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(loudness, begin + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, begin + length);
  voice.connect(volume).connect(context.destination);
  voice.start(begin);
  voice.stop(begin + length);
}

/** Plays a tone at once. Never throws. */
export function playTone(tone: Tone): void {
  // Before that, the browser would refuse the sound and say so in its log.
  if (!navigator.userActivation.hasBeenActive) return;
  try {
    output ??= new AudioContext({ latencyHint: 'interactive' });
    if (output.state === 'suspended') output.resume().catch(() => undefined);
    for (const note of notes[tone]) sound(output, note);
  } catch {
    // No sound device, or none that may be used.
  }
}
