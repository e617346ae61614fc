import { IconAlertTriangle } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { ClipProbe } from '#shared/clip/probe.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { formatBytes } from '../fields/spans.ts';
import styles from './inspector.module.css';

const codecNames: Record<string, string> = {
  h264: 'H.264',
  hevc: 'HEVC (H.265)',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  prores: 'ProRes',
  mpeg4: 'MPEG-4',
  h263: 'H.263',
  vvc: 'VVC (H.266)',
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
  vorbis: 'Vorbis',
  flac: 'FLAC',
  amr_nb: 'AMR',
};

const codecName = (codec: string): string =>
  codecNames[codec] ?? (codec.startsWith('pcm_') ? 'PCM' : codec.toUpperCase());

/** What the file really is, in plain words, and what of it will matter. */
export function ProbeCard({ asset, probe }: { asset: Asset; probe: ClipProbe | undefined }) {
  const { t, say, locale } = useWords();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const rows: [string, string][] = [[t('clip.file'), asset.name]];
  const video = probe?.video;
  const audio = probe?.audio;
  if (video) {
    const bitrate = video.bitrate || (probe && probe.duration > 0 ? (probe.bytes * 8) / probe.duration : 0);
    rows.push(
      [t('clip.picture-codec'), [codecName(video.codec), video.profile].filter(Boolean).join(' · ')],
      [t('clip.size'), `${video.width} × ${video.height}`],
      [
        t('clip.frame-rate'),
        video.vfr
          ? t('clip.rate-varies', { rate: number.format(video.fps) })
          : t('clip.rate', { rate: number.format(video.fps) }),
      ],
    );
    if (video.rotation !== 0 || video.mirrored)
      rows.push([
        t('clip.rotation'),
        [video.rotation !== 0 ? `${video.rotation}°` : '', video.mirrored ? t('clip.mirrored') : '']
          .filter(Boolean)
          .join(' · '),
      ]);
    rows.push([
      t('clip.colour'),
      video.hdr === 'pq' ? 'HDR (PQ)' : video.hdr === 'hlg' ? 'HDR (HLG)' : t('clip.sdr'),
    ]);
    if (bitrate > 0) rows.push([t('clip.bitrate'), `${number.format(bitrate / 1_000_000)} Mbit/s`]);
  }
  if (audio)
    rows.push([
      t('clip.sound'),
      `${codecName(audio.codec)} · ${audio.channels === 1 ? t('clip.mono') : audio.channels === 2 ? t('clip.stereo') : t('clip.channels', { count: audio.channels })} · ${number.format(audio.sampleRate / 1000)} kHz`,
    ]);
  else if (probe) rows.push([t('clip.sound'), t('clip.no-sound')]);
  rows.push([t('clip.bytes'), formatBytes(asset.bytes, locale)]);
  return (
    <Panel title={t('clip.recording')} remember="clip.recording">
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={value}>{value}</dd>
          </div>
        ))}
      </dl>
      {probe?.warnings.map((warning) => (
        <p className={styles.warning} key={warning.code}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          {say(warning.message)}
        </p>
      ))}
    </Panel>
  );
}
