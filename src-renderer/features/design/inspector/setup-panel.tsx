import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PageSetup } from '#shared/design/operations.ts';
import { newId } from '#shared/domain/id.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { addGuide, changeSetup, moveGuide, removeGuide } from '../session/setup-edits.ts';
import { setViewOptions, useViewOptions } from '../session/view-options.ts';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';

/** What helps to place things and is never painted: rulers, guides, grid, safe area and bleed. */
export function SetupPanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, readOnly, variantId } = useEditorState();
  // Grid, safe area and bleed belong to the design; a size of it has only guides of its own.
  const fixed = readOnly || variantId !== null;
  const options = useViewOptions();
  const { guides = [], grid = null, safeArea = null, bleed = 0 } = body;
  const change = (setup: PageSetup, key: string): void =>
    store.apply(changeSetup(body, setup), { mergeKey: `setup:${key}` });
  const area = safeArea ?? { top: 0, right: 0, bottom: 0, left: 0 };
  const setArea = (side: Partial<typeof area>): void => {
    const next = { ...area, ...side };
    const none = Object.values(next).every((value) => value === 0);
    setViewOptions({ safeArea: true });
    change({ safeArea: none ? null : next }, 'safe-area');
  };
  const side = (name: keyof typeof area, label: string, mark: string) => (
    <NumberField
      label={label}
      mark={mark}
      unit="px"
      value={area[name]}
      min={0}
      max={10_000}
      disabled={fixed}
      onChange={(value) => setArea({ [name]: value })}
    />
  );
  return (
    <>
      <Panel title={t('design-arrange.helpers')} remember="design-arrange.helpers">
        <div className={styles.switches}>
          <Switch
            size="xs"
            label={t('design-arrange.rulers')}
            checked={options.rulers}
            onChange={(event) => setViewOptions({ rulers: event.currentTarget.checked })}
          />
          <Switch
            size="xs"
            label={t('design-arrange.snapping')}
            checked={options.snapping}
            onChange={(event) => setViewOptions({ snapping: event.currentTarget.checked })}
          />
          <Switch
            size="xs"
            label={t('design-arrange.guides')}
            checked={options.guides}
            onChange={(event) => setViewOptions({ guides: event.currentTarget.checked })}
          />
          <Switch
            size="xs"
            label={t('design-arrange.grid')}
            checked={options.grid && grid !== null}
            disabled={fixed && grid === null}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              setViewOptions({ grid: on });
              if (on && grid === null) change({ grid: 40 }, 'grid');
            }}
          />
          <Switch
            size="xs"
            label={t('design-arrange.safe-area')}
            checked={options.safeArea}
            onChange={(event) => setViewOptions({ safeArea: event.currentTarget.checked })}
          />
          <Switch
            size="xs"
            label={t('design-arrange.bleed')}
            checked={options.bleed}
            onChange={(event) => setViewOptions({ bleed: event.currentTarget.checked })}
          />
        </div>
        <div className={styles.pair}>
          <NumberField
            label={t('design-arrange.grid-size')}
            mark={t('design-arrange.grid')}
            unit="px"
            value={grid ?? 0}
            min={0}
            max={10_000}
            disabled={fixed}
            onChange={(size) => change({ grid: size < 1 ? null : size }, 'grid')}
          />
          <NumberField
            label={t('design-arrange.bleed-size')}
            mark={t('design-arrange.bleed')}
            unit="px"
            value={bleed}
            min={0}
            max={500}
            disabled={fixed}
            onChange={(size) => change({ bleed: size }, 'bleed')}
          />
        </div>
        <p className={styles.note}>{t('design-arrange.safe-area-help')}</p>
        <div className={styles.pair}>
          {side('top', t('design-arrange.safe-top'), '↑')}
          {side('right', t('design-arrange.safe-right'), '→')}
          {side('bottom', t('design-arrange.safe-bottom'), '↓')}
          {side('left', t('design-arrange.safe-left'), '←')}
        </div>
      </Panel>
      <Panel title={t('design-arrange.guides')} remember="design-arrange.guides">
        {guides.length === 0 && <p className={styles.note}>{t('design-arrange.no-guides')}</p>}
        {guides.map((guide) => (
          <div key={guide.id} className={styles.row}>
            <div className={styles.grow}>
              <NumberField
                label={guide.axis === 'x' ? t('design-arrange.guide-x') : t('design-arrange.guide-y')}
                mark={guide.axis.toUpperCase()}
                unit="px"
                value={guide.at}
                whole={guide.axis === 'x' ? body.width : body.height}
                disabled={readOnly}
                onChange={(at) =>
                  store.apply(moveGuide(body, guide.id, at), { mergeKey: `guide:${guide.id}` })
                }
              />
            </div>
            <ActionIcon
              size={28}
              disabled={readOnly}
              aria-label={t('design-arrange.remove-guide')}
              onClick={() => store.apply(removeGuide(body, guide.id))}
            >
              <IconTrash size={15} stroke={1.5} />
            </ActionIcon>
          </div>
        ))}
        <div className={styles.row}>
          <Button
            size="xs"
            variant="default"
            disabled={readOnly}
            onClick={() => store.apply(addGuide(body, newId(), 'x', body.width / 2))}
          >
            {t('design-arrange.add-guide-x')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={readOnly}
            onClick={() => store.apply(addGuide(body, newId(), 'y', body.height / 2))}
          >
            {t('design-arrange.add-guide-y')}
          </Button>
        </div>
      </Panel>
    </>
  );
}
