import { SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { contrastOf } from '#shared/design/brand/colour-space.ts';
import { resolveColour } from '#shared/design/colours.ts';
import { qrCapacity, type QrLevel } from '#shared/design/draw/qr-code.ts';
import type { QrNode } from '#shared/design/layers/qr.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { presentTokens } from '#renderer/ui/fonts/brand.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useLayerFields } from './use-layer-fields.ts';

const isQr = ({ type }: DesignNode): boolean => type === 'qr';

/** Readers want dark on light; below this ratio many give up. */
const leastContrast = 4;

function useWarnings(codes: readonly QrNode[]): string[] {
  const { t } = useWords();
  const tokens = presentTokens();
  const warnings = new Set<string>();
  for (const { value, level, colour, background, margin } of codes) {
    if (new TextEncoder().encode(value).length > qrCapacity[level])
      warnings.add(t('design-paint.qr-too-long'));
    if (background === null) warnings.add(t('design-paint.qr-transparent'));
    else {
      const [ink, paper] = [resolveColour(colour, tokens), resolveColour(background, tokens)];
      const ratio = contrastOf(ink, paper);
      if (ratio < leastContrast) warnings.add(t('design-paint.qr-contrast'));
      else if (contrastOf(ink, '#000000') > contrastOf(paper, '#000000')) {
        warnings.add(t('design-paint.qr-inverted'));
      }
    }
    if (margin < 4) warnings.add(t('design-paint.qr-margin-note'));
  }
  return [...warnings];
}

/** What a QR code says and how it looks. */
export function QrPanel() {
  const { t } = useWords();
  const { leaves, shared, isMixed, set, disabled, contentDisabled } = useLayerFields();
  const codes = leaves.filter((leaf): leaf is QrNode => leaf.type === 'qr');
  const warnings = useWarnings(codes);
  const value = shared<string>('value', undefined, isQr);
  const [draft, setDraft] = useState<{ of: string; text: string } | null>(null);
  if (codes.length === 0) return null;
  const of = codes.map(({ id }) => id).join();
  const levels: Record<QrLevel, string> = {
    L: t('design-paint.qr-level-l'),
    M: t('design-paint.qr-level-m'),
    Q: t('design-paint.qr-level-q'),
    H: t('design-paint.qr-level-h'),
  };
  return (
    <Panel title={t('design-paint.qr')} remember="design.qr">
      <Textarea
        size="xs"
        aria-label={t('design-paint.qr-value')}
        placeholder={t('design.mixed')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2331}
        disabled={contentDisabled}
        value={draft?.of === of ? draft.text : (value ?? '')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setDraft({ of, text });
          set({ value: text }, isQr);
        }}
        onBlur={() => setDraft(null)}
      />
      <FillField
        label={t('design.colour')}
        allow="colour"
        value={shared<string>('colour', undefined, isQr) ?? null}
        mixed={isMixed('colour', undefined, isQr)}
        disabled={disabled}
        onChange={(colour) => set({ colour }, isQr)}
      />
      <FillField
        label={t('design.page-colour')}
        allow="colour"
        value={shared<string | null>('background', undefined, isQr) ?? null}
        mixed={isMixed('background', undefined, isQr)}
        disabled={disabled}
        onChange={(background) => set({ background }, isQr)}
        onClear={() => set({ background: null }, isQr)}
      />
      <div className={styles.pair}>
        <Select
          size="xs"
          aria-label={t('design-paint.qr-level')}
          title={t('design-paint.qr-level')}
          data={Object.entries(levels).map(([id, label]) => ({ value: id, label }))}
          value={shared<QrLevel>('level', undefined, isQr) ?? null}
          placeholder={t('design.mixed')}
          allowDeselect={false}
          disabled={disabled}
          onChange={(level) => {
            if (level !== null) set({ level }, isQr);
          }}
        />
        <NumberField
          label={t('design-paint.qr-margin')}
          mark="M"
          value={shared<number>('margin', undefined, isQr) ?? null}
          min={0}
          max={20}
          disabled={disabled}
          onChange={(margin) => set({ margin: Math.round(margin) }, isQr)}
        />
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('design-paint.qr-modules')}
        disabled={disabled}
        value={shared<string>('modules', undefined, isQr) ?? ''}
        data={[
          { value: 'square', label: t('design-paint.qr-square') },
          { value: 'dots', label: t('design-paint.qr-dots') },
          { value: 'rounded', label: t('design-paint.qr-rounded') },
        ]}
        onChange={(modules) => set({ modules }, isQr)}
      />
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning} role="status">
          {warning}
        </p>
      ))}
    </Panel>
  );
}
