import { Button } from '@mantine/core';
import { IconPalette } from '@tabler/icons-react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { applyBrand } from '#shared/design/brand/apply-brand.ts';
import { useBrand } from '#renderer/ui/fonts/brand.ts';
import { useEditor, useEditorValue } from '../session/editor.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { addPicture } from '../session/new-layers.ts';
import styles from './brand.module.css';
import { dressSelection, refitTexts } from './dress.ts';

/** The brand at hand: the whole design in one press, or one colour, font or logo at a time. */
export function BrandPanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  const selection = useEditorValue((state) => state.selection);
  const brand = useBrand();
  if (!brand) return null;
  const dress = async (): Promise<void> => {
    await loadFamilies([brand.fonts.heading.family, brand.fonts.body.family]);
    const { body } = store.snapshot();
    store.apply(refitTexts(applyBrand(body, brand)));
    notifyUndo(t('design-brand.applied', { name: brand.name }), () => store.undo());
  };
  const place = async (id: string): Promise<void> => {
    addPicture(store, await call('assets.get', { id }));
  };
  return (
    <div className={styles.panel} inert={readOnly}>
      <Button
        leftSection={<IconPalette size={16} stroke={1.5} />}
        onClick={() => void dress().catch(notifyFailure)}
      >
        {t('design-brand.apply')}
      </Button>
      <p className={styles.hint}>
        {selection.length > 0 ? t('design-brand.for-selection') : t('design-brand.for-page')}
      </p>
      <ul className={styles.colours} aria-label={t('design-brand.colours')}>
        {brand.colours.map(({ token, name, hex }) => (
          <li key={token}>
            <button
              type="button"
              className={styles.colour}
              title={`${name} ${hex}`}
              aria-label={name}
              onClick={() => dressSelection(store, { colour: `token:${token}` })}
            >
              <span className={styles.patch} style={{ background: hex }} aria-hidden />
              <span className={styles.name}>{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul className={styles.fonts} aria-label={t('design-brand.fonts')}>
        {(['heading', 'body'] as const).map((part) => (
          <li key={part}>
            <button
              type="button"
              className={styles.font}
              disabled={selection.length === 0}
              style={{
                fontFamily: `"${brand.fonts[part].family}", "Noto Sans SC"`,
                fontWeight: brand.fonts[part].weight,
              }}
              onClick={() =>
                dressSelection(store, { fontFamily: `token:${part}`, fontWeight: brand.fonts[part].weight })
              }
            >
              {part === 'heading' ? t('design-brand.heading') : t('design-brand.body')}
            </button>
          </li>
        ))}
      </ul>
      {brand.logos.length > 0 && (
        <ul className={styles.logos} aria-label={t('design-brand.logos')}>
          {brand.logos.map((id, index) => (
            <li key={id}>
              <button
                type="button"
                className={styles.logo}
                aria-label={t('design-brand.place-logo', { number: index + 1 })}
                onClick={() => void place(id).catch(notifyFailure)}
              >
                <Thumb path={`thumb/${id}`} alt="" fit="contain" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Link href="/settings/brand" className={styles.link}>
        {t('design-brand.edit')}
      </Link>
    </div>
  );
}
