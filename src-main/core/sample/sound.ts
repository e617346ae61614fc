/** Hertz; the sample clip's chord. */
const chord = [220, 277.18, 329.63, 440];
const rate = 44_100;

/** A soft chord that swells and fades, as a mono 16-bit WAV file. @param seconds length */
export function chordWav(seconds: number): Buffer {
  const samples = Math.round(seconds * rate);
  const data = Buffer.alloc(44 + samples * 2);
  data.write('RIFF', 0);
  data.writeUInt32LE(36 + samples * 2, 4);
  data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(rate, 24);
  data.writeUInt32LE(rate * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36);
  data.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const time = index / rate;
    const swell = Math.sin((Math.PI * time) / seconds) * (0.7 + 0.3 * Math.sin(time * 2 * Math.PI * 0.5));
    const wave = chord.reduce(
      (sum, tone, voice) => sum + Math.sin(2 * Math.PI * tone * time) / (voice + 2),
      0,
    );
    data.writeInt16LE(Math.round(wave * swell * 9000), 44 + index * 2);
  }
  return data;
}
