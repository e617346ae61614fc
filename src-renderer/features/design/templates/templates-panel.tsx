import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { designFormat } from '#shared/design/document.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { newId } from '#shared/domain/id.ts';
import { useEditor, useEditorValue } from '../session/editor.ts';
import { familiesOf, loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { insertTemplate } from './insert-template.ts';
import type { Template } from './template-shelf.tsx';
import { TemplateShelf } from './template-shelf.tsx';
import styles from './templates.module.css';

/** Pages of templates for the open design; they take its size. */
export function TemplatesPanel() {
  const { t, say, language } = useWords();
  const { store } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  const insert = async (template: Template): Promise<void> => {
    const { document } = await call('designs.template', { id: template.id, language });
    const { body } = readDocument(designFormat, document);
    // Its words are only measured with their own fonts, never with ones that stand in.
    await loadFamilies(familiesOf(body));
    const now = store.snapshot();
    const inserted = insertTemplate(now.body, now.pageId, body, newId);
    store.apply(inserted.edit, { select: [] });
    store.showPage(inserted.pageId);
    notify(t('design-templates.inserted', { name: say(template.name) }));
  };
  return (
    <div className={styles.panel} inert={readOnly}>
      <p className={styles.lead}>{t('design-templates.lead')}</p>
      <TemplateShelf columns={2} onPick={(template) => void insert(template).catch(notifyFailure)} />
    </div>
  );
}
