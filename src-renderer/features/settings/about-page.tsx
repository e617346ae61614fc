import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './settings.module.css';

/** What stands under the studio and under which licence. */
const parts = [
  ['FFmpeg', 'LGPL-2.1-or-later / GPL-2.0-or-later', 'https://ffmpeg.org'],
  ['sharp, libvips', 'Apache-2.0, LGPL-3.0-or-later', 'https://sharp.pixelplumbing.com'],
  ['SQLite, better-sqlite3', 'Public domain, MIT', 'https://sqlite.org'],
  ['Electron', 'MIT', 'https://www.electronjs.org'],
  ['Lexical', 'MIT', 'https://lexical.dev'],
  ['Konva', 'MIT', 'https://konvajs.org'],
  ['Mantine', 'MIT', 'https://mantine.dev'],
  ['Tabler Icons', 'MIT', 'https://tabler.io/icons'],
  ['twitter-text', 'Apache-2.0', 'https://github.com/twitter/twitter-text'],
  ['Inter', 'OFL-1.1', 'https://rsms.me/inter'],
  ['Noto Sans SC, Noto Serif SC', 'OFL-1.1', 'https://fonts.google.com/noto'],
  ['JetBrains Mono', 'OFL-1.1', 'https://www.jetbrains.com/lp/mono'],
] as const;

/** Version and licences. */
export function AboutPage() {
  const { t } = useWords();
  const host = useCall('system.host', {});
  return (
    <>
      <p className={styles.lead}>
        {t('settings.about-lead', { version: host.data?.version ?? '', platform: host.data?.platform ?? '' })}
      </p>
      <p className={styles.lead}>{t('settings.licence')}</p>
      <h3 className={styles.heading}>{t('settings.parts')}</h3>
      <table className={styles.table}>
        <tbody>
          {parts.map(([name, licence, address]) => (
            <tr key={name}>
              <th scope="row">
                <a href={address} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </th>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
