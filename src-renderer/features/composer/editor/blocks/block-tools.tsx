import { ActionIcon, Menu, NativeSelect, SegmentedControl } from '@mantine/core';
import { $isCodeNode } from '@lexical/code-core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { IconDots } from '@tabler/icons-react';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useActions } from '#renderer/commands/registry.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { isEnabled } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { CalloutTone } from '#shared/rich/blocks.ts';
import { $isCalloutNode } from '../nodes/callout-node.ts';
import classes from './block-tools.module.css';
import { languages } from './languages.ts';
import { $cellKey, tableActions } from './table-actions.ts';

type Place =
  | { kind: 'table'; key: string }
  | { kind: 'code'; key: string; language: string }
  | { kind: 'callout'; key: string; tone: CalloutTone };

/** Inside a read: the block with the caret that has tools of its own. */
function $place(): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const cell = $cellKey();
  if (cell !== null) return { kind: 'table', key: cell };
  const block = $findMatchingParent(
    selection.anchor.getNode(),
    (node) => $isCodeNode(node) || $isCalloutNode(node),
  );
  if ($isCodeNode(block)) return { kind: 'code', key: block.getKey(), language: block.getLanguage() ?? '' };
  return $isCalloutNode(block) ? { kind: 'callout', key: block.getKey(), tone: block.getTone() } : null;
}

function TableTools({ editor }: { editor: LexicalEditor }) {
  const { t } = useWords();
  const actions = useMemo(() => tableActions(() => editor), [editor]);
  useActions(actions.filter((action) => action !== null));
  return (
    <Menu position="bottom-end" offset={4} returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          size={20}
          variant="default"
          aria-label={t('editor.cellMenu')}
          onMouseDown={(event) => event.preventDefault()}
        >
          <IconDots size={14} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action, at) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: dividers have no identity
          if (action === null) return <Menu.Divider key={at} />;
          const Icon = action.icon;
          return (
            <Menu.Item
              key={action.id}
              disabled={!isEnabled(action)}
              leftSection={Icon && <Icon size={16} stroke={1.5} />}
              onClick={() => runAction(action)}
            >
              {t(action.id)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function CodeTools({ editor, place }: { editor: LexicalEditor; place: Place & { kind: 'code' } }) {
  const { t } = useWords();
  const known = languages.some(({ value }) => value === place.language);
  const set = (language: string): void =>
    editor.update(() => {
      const node = $getNodeByKey(place.key);
      if ($isCodeNode(node)) node.setLanguage(language);
    });
  return (
    <NativeSelect
      size="xs"
      aria-label={t('editor.codeLanguage')}
      value={place.language}
      onChange={(event) => set(event.currentTarget.value)}
      data={[
        { value: '', label: t('editor.codePlain') },
        ...(known || place.language === '' ? [] : [{ value: place.language, label: place.language }]),
        ...languages,
      ]}
    />
  );
}

function CalloutTools({ editor, place }: { editor: LexicalEditor; place: Place & { kind: 'callout' } }) {
  const { t } = useWords();
  const set = (tone: CalloutTone): void =>
    editor.update(() => {
      const node = $getNodeByKey(place.key);
      if ($isCalloutNode(node)) node.setTone(tone);
    });
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('editor.calloutTone')}
      value={place.tone}
      onChange={set}
      data={[
        { value: 'note', label: t('editor.toneNote') },
        { value: 'tip', label: t('editor.toneTip') },
        { value: 'warning', label: t('editor.toneWarning') },
      ]}
    />
  );
}

/** Small tools at the upper right corner of the cell, code or callout with the caret. */
export function BlockTools({ frame }: { frame: HTMLElement | null }) {
  const [editor] = useLexicalComposerContext();
  const [place, setPlace] = useState<Place | null>(null);
  const [at, setAt] = useState<{ key: string; top: number; right: number } | null>(null);
  useEffect(() => {
    let known = '';
    return editor.registerUpdateListener(({ editorState }) => {
      const next = editorState.read($place);
      const key = JSON.stringify(next);
      if (key !== known) setPlace(next);
      known = key;
    });
  }, [editor]);
  const key = place?.key;
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (key === undefined || !frame || !root) return;
    const measure = (): void => {
      // Asked for anew: undoing may have drawn the block again.
      const box = editor.getElementByKey(key)?.getBoundingClientRect();
      if (!box) return;
      const outer = frame.getBoundingClientRect();
      const right = Math.max(0, outer.right - box.right);
      setAt((before) => {
        const next = { key, top: box.top - outer.top, right };
        const same = before?.key === key && before.top === next.top && before.right === next.right;
        return same ? before : next;
      });
    };
    measure();
    let frameRequest = 0;
    const later = (): void => {
      cancelAnimationFrame(frameRequest);
      frameRequest = requestAnimationFrame(measure);
    };
    const observer = new ResizeObserver(later);
    observer.observe(root);
    // A wide table scrolls inside itself.
    root.addEventListener('scroll', later, true);
    const stop = editor.registerUpdateListener(later);
    return () => {
      cancelAnimationFrame(frameRequest);
      observer.disconnect();
      root.removeEventListener('scroll', later, true);
      stop();
    };
  }, [editor, frame, key]);
  if (!place || !at || at.key !== key || !frame) return null;
  return createPortal(
    <div className={classes['tools']} data-kind={place.kind} style={{ top: at.top, right: at.right }}>
      {place.kind === 'table' && <TableTools editor={editor} />}
      {place.kind === 'code' && <CodeTools editor={editor} place={place} />}
      {place.kind === 'callout' && <CalloutTools editor={editor} place={place} />}
    </div>,
    frame,
  );
}
