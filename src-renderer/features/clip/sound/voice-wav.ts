/** Bytes before the samples of a WAV file. */
const headBytes = 44;

/**
 * One channel as a 16-bit WAV file. Recorders write files without a length; this one says how long it is, and cuts
 * to the sample. `samples` are −1 to 1.
 */
export function wavOf(samples: Float32Array, rate: number): ArrayBuffer {
  const bytes = new ArrayBuffer(headBytes + samples.length * 2);
  const view = new DataView(bytes);
  const text = (at: number, letters: string): void => {
    for (let index = 0; index < letters.length; index += 1)
      view.setUint8(at + index, letters.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, bytes.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    const limited = Math.max(-1, Math.min(1, sample));
    view.setInt16(headBytes + index * 2, Math.round(limited * 32_767), true);
  });
  return bytes;
}
