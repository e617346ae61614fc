import { memo } from 'react';
import { useLocalStorage } from '@mantine/hooks';
import {
  IconLetterT,
  IconMessageCircle,
  IconPalette,
  IconPhoto,
  IconSquare,
  IconStack2,
  IconTemplate,
  IconTriangleSquareCircle,
} from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { BrandPanel } from '../brand/brand-panel.tsx';
import { DesignCommentsPanel } from '../comments/comments-panel.tsx';
import { useEditor, useEditorValue } from '../session/editor.ts';
import { addPicture } from '../session/new-layers.ts';
import styles from './drawer.module.css';
import { ElementsPanel } from './elements-panel.tsx';
import { LayersPanel } from './layers-panel.tsx';
import { PictureGrid } from './picture-grid.tsx';
import { TextShelf } from './text-shelf.tsx';
import { TemplatesPanel } from '../templates/templates-panel.tsx';

type Tab = 'templates' | 'elements' | 'text' | 'images' | 'brand' | 'layers' | 'comments' | '';

/** What can be put on the page, and what is on it. A second press on the open tab folds the drawer away. */
export const Drawer = memo(function Drawer() {
  const { t } = useWords();
  const { store } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  const [tab, setTab] = useLocalStorage<Tab>({
    key: 'galley.design.drawer',
    defaultValue: 'elements',
    getInitialValueInEffect: false,
  });
  const tabs: { id: Exclude<Tab, ''>; name: string; icon: typeof IconSquare }[] = [
    { id: 'templates', name: t('design.templates'), icon: IconTemplate },
    { id: 'elements', name: t('design.elements'), icon: IconTriangleSquareCircle },
    { id: 'text', name: t('design.text'), icon: IconLetterT },
    { id: 'images', name: t('design.images'), icon: IconPhoto },
    { id: 'brand', name: t('design-brand.title'), icon: IconPalette },
    { id: 'layers', name: t('design.layers'), icon: IconStack2 },
    { id: 'comments', name: t('team.comments'), icon: IconMessageCircle },
  ];
  const open = tabs.find((each) => each.id === tab);
  return (
    <div className={styles.drawer}>
      <div className={styles.tabs} role="tablist" aria-orientation="vertical" aria-label={t('design.drawer')}>
        {tabs.map(({ id, name, icon: Icon }) => (
          <button
            key={id}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={tab === id}
            onClick={() => setTab(tab === id ? '' : id)}
          >
            <Icon size={20} stroke={1.5} aria-hidden />
            {name}
          </button>
        ))}
      </div>
      {open && (
        <div className={styles.panel} role="tabpanel" aria-label={open.name}>
          <Panel title={open.name}>
            {tab === 'templates' && <TemplatesPanel />}
            {tab === 'brand' && <BrandPanel />}
            {tab === 'elements' && <ElementsPanel />}
            {tab === 'text' && <TextShelf />}
            {tab === 'images' && (
              <PictureGrid onPick={(asset) => !readOnly && void addPicture(store, asset)} />
            )}
            {tab === 'layers' && <LayersPanel />}
            {tab === 'comments' && <DesignCommentsPanel />}
          </Panel>
        </div>
      )}
    </div>
  );
});
