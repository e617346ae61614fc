import { Select } from '@mantine/core';
import { useEffect } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Brand } from '#shared/domain/brand.ts';
import settings from '../settings.module.css';
import styles from './brand.module.css';

type Fonts = Brand['fonts'];
type Face = CallOutput<'designs.fonts'>[number];

const asked = new Set<string>();

/** Loads a chosen face, so that the sample is written in it and in nothing else. */
function useFace(face: Face | undefined): void {
  useEffect(() => {
    if (!face || asked.has(face.id)) return;
    asked.add(face.id);
    const loading = new FontFace(face.family, `url("${mediaUrl(face.url)}")`, {
      weight: String(face.weight),
    });
    loading.load().then(
      (ready) => document.fonts.add(ready),
      // A face that cannot be loaded leaves the sample in the window's own letters.
      () => asked.delete(face.id),
    );
  }, [face]);
}

/** The families that `token:heading` and `token:body` stand for, with a line written in each. */
export function BrandFonts({
  fonts,
  name,
  onChange,
}: {
  fonts: Fonts;
  name: string;
  onChange(fonts: Fonts): void;
}) {
  const { t, say } = useWords();
  const faces = useCall('designs.fonts', {}, ['records.changed'], {
    concerns: ({ kind }) => kind === 'font',
  });
  const all = (faces.data ?? []).filter((face) => face.script !== 'emoji');
  const families = [...new Map(all.map((face) => [face.family, face])).values()];
  const faceOf = (font: Fonts['heading']): Face | undefined =>
    all.find((face) => face.family === font.family && face.weight === font.weight) ??
    all.find((face) => face.family === font.family);
  useFace(faceOf(fonts.heading));
  useFace(faceOf(fonts.body));
  const parts = [
    { part: 'heading' as const, word: t('brand.heading-font'), sample: name || t('brand.sample-heading') },
    { part: 'body' as const, word: t('brand.body-font'), sample: t('brand.sample-body') },
  ];
  return (
    <section aria-label={t('brand.fonts')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('brand.fonts')}</h3>
      </div>
      {parts.map(({ part, word, sample }) => {
        const font = fonts[part];
        const weights = all.filter((face) => face.family === font.family).map((face) => face.weight);
        return (
          <div key={part} className={styles.font}>
            <div className={styles.choices}>
              <Select
                label={word}
                w={240}
                searchable
                data={families.map((face) => ({ value: face.family, label: say(face.name) }))}
                value={font.family}
                onChange={(family) => {
                  if (family === null) return;
                  const own = all.filter((face) => face.family === family).map((face) => face.weight);
                  const weight = own.includes(font.weight) ? font.weight : (own.at(-1) ?? 400);
                  onChange({ ...fonts, [part]: { family, weight } });
                }}
              />
              <Select
                label={t('brand.weight')}
                w={100}
                data={[...new Set(weights)].toSorted((a, b) => a - b).map(String)}
                value={String(font.weight)}
                onChange={(weight) =>
                  weight !== null && onChange({ ...fonts, [part]: { ...font, weight: Number(weight) } })
                }
              />
            </div>
            <p
              className={styles.sample}
              data-part={part}
              style={{ fontFamily: `"${font.family}", "Noto Sans SC", sans-serif`, fontWeight: font.weight }}
            >
              {sample}
            </p>
          </div>
        );
      })}
    </section>
  );
}
