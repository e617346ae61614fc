import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { edit } from '#shared/design/operations.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { ColourField } from './colour-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from './number-field.tsx';

/** Size of the design and colour of the page, while nothing is chosen. */
export function PagePanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, pageId, readOnly } = useEditorState();
  const page = body.pages[pageId];
  if (!page) return null;
  const size = (width: number, height: number): void =>
    store.apply(
      edit(body, [{ table: 'size', value: { width: Math.round(width), height: Math.round(height) } }]),
      {
        mergeKey: 'size',
      },
    );
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
        <ColourField
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
      <Panel title={t('design.tips')}>
        <p className={styles.note}>{t('design.tips-body')}</p>
      </Panel>
    </>
  );
}
