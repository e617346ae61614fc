import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { edit } from '#shared/design/operations.ts';
import type { Bilingual } from '#shared/contract/failure.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { changeSize } from '../session/page-size.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { SetupPanel } from './setup-panel.tsx';

/** A size that is being tried: while nothing else has changed, its layers can still be re-arranged or not. */
interface Resizing {
  origin: DesignBody;
  result: DesignBody;
  rearrange: boolean;
  reasons: readonly Bilingual[];
}

/** Size of the design and colour of the page, while nothing is chosen. */
export function PagePanel() {
  const { t, say } = useWords();
  const { store } = useEditor();
  const { body, pageId, readOnly } = useEditorState();
  const [resizing, setResizing] = useState<Resizing | null>(null);
  const page = body.pages[pageId];
  if (!page) return null;
  // Any other change, undo too, ends the offer: from then on this size is simply the design's.
  const offer = resizing?.result === body ? resizing : null;
  const resize = (width: number, height: number, rearrange: boolean): void => {
    const origin = offer?.origin ?? body;
    const size = { width: Math.round(width), height: Math.round(height) };
    const made = changeSize(origin, body, size, rearrange);
    store.apply(made.edit, offer ? { amend: true } : {});
    setResizing({ origin, result: store.snapshot().body, rearrange, reasons: made.reasons });
  };
  const size = (width: number, height: number): void => resize(width, height, offer?.rearrange ?? false);
  return (
    <>
      <Panel title={t('design.page')}>
        <div className={styles.pair}>
          <NumberField
            label={t('design.width')}
            mark="W"
            unit="px"
            value={body.width}
            min={16}
            max={8192}
            disabled={readOnly}
            onChange={(width) => size(width, body.height)}
          />
          <NumberField
            label={t('design.height')}
            mark="H"
            unit="px"
            value={body.height}
            min={16}
            max={8192}
            disabled={readOnly}
            onChange={(height) => size(body.width, height)}
          />
        </div>
        {offer && Object.keys(body.nodes).length > 0 && (
          <div className={styles.offer} role="status">
            <Switch
              size="xs"
              label={t('design.rearrange')}
              checked={offer.rearrange}
              onChange={(event) => resize(body.width, body.height, event.currentTarget.checked)}
            />
            <p className={styles.note}>
              {offer.reasons.length > 0 ? t('design.rearranged-review') : t('design.rearrange-help')}
            </p>
            {offer.reasons.length > 0 && (
              <ul className={styles.reasons}>
                {offer.reasons.map((reason) => (
                  <li key={reason.en}>{say(reason)}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        <FillField
          label={t('design.page-colour')}
          value={page.background}
          disabled={readOnly}
          onChange={(background) =>
            store.apply(edit(body, [{ table: 'pages', id: pageId, value: { ...page, background } }]), {
              mergeKey: `background:${pageId}`,
            })
          }
        />
      </Panel>
      <SetupPanel />
      <Panel title={t('design.tips')}>
        <p className={styles.note}>{t('design.tips-body')}</p>
      </Panel>
    </>
  );
}
