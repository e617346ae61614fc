import { ActionIcon, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { IconPhotoOff, IconTrash, IconWorld } from '@tabler/icons-react';
import {
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { $isImageNode, type ImageFacts } from '../nodes/image-node.tsx';
import classes from './image-view.module.css';

function Picture({ facts }: { facts: ImageFacts }) {
  const { t } = useWords();
  const [state, setState] = useState<'loading' | 'loaded' | 'gone'>('loading');
  if (facts.assetId === null || state === 'gone') {
    // An address of the web is shown as words: nothing is fetched.
    const Icon = facts.url === null ? IconPhotoOff : IconWorld;
    return (
      <span className={classes['missing']}>
        <Icon size={20} stroke={1.25} aria-hidden />
        <span>{facts.url === null ? t('editor.pictureGone') : t('editor.pictureOfWeb')}</span>
        {facts.url !== null && <span className={classes['address']}>{facts.url}</span>}
      </span>
    );
  }
  return (
    <img
      className={classes['picture']}
      data-loaded={state === 'loaded'}
      src={mediaUrl(`picture/${facts.assetId}`)}
      alt={facts.alt}
      decoding="async"
      draggable
      onLoad={() => setState('loaded')}
      onError={() => setState('gone')}
    />
  );
}

/** A picture in the text with its caption; when selected, its alt text, width and a way to remove it. */
export default function ImageView({ nodeKey, facts }: { nodeKey: NodeKey; facts: ImageFacts }) {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const [selected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey);
  const box = useRef<HTMLElement>(null);
  const change = (part: Partial<ImageFacts>): void =>
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isImageNode(node)) node.setFacts(part);
    });
  const remove = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      node?.selectNext();
      node?.remove();
    });
    editor.focus();
  };
  useEffect(() => {
    const onDelete = (event: KeyboardEvent): boolean => {
      const selection = $getSelection();
      // Several selected things are deleted by the editor itself.
      if (!$isNodeSelection(selection) || !selection.has(nodeKey)) return false;
      event.preventDefault();
      const node = $getNodeByKey(nodeKey);
      node?.selectPrevious();
      node?.remove();
      return true;
    };
    return mergeRegister(
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const inside = event.target instanceof Node && box.current?.contains(event.target) === true;
          if (!inside) return false;
          if (event.target instanceof Element && event.target.closest('input, button, label')) return true;
          if (!event.shiftKey) clearSelection();
          setSelected(true);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(KEY_DELETE_COMMAND, onDelete, COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_BACKSPACE_COMMAND, onDelete, COMMAND_PRIORITY_LOW),
    );
  }, [editor, nodeKey, clearSelection, setSelected]);
  return (
    <figure ref={box} className={classes['figure']} data-selected={selected} spellCheck={false}>
      <Picture key={facts.assetId ?? ''} facts={facts} />
      {facts.caption !== '' && !selected && (
        <figcaption className={classes['caption']}>{facts.caption}</figcaption>
      )}
      {selected && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys typed into the fields are not the editor's
        <div className={classes['fields']} onKeyDown={(event) => event.stopPropagation()}>
          <TextInput
            label={t('editor.pictureAlt')}
            placeholder={t('editor.pictureAltHint')}
            value={facts.alt}
            onChange={(event) => change({ alt: event.currentTarget.value })}
          />
          <TextInput
            label={t('editor.pictureCaption')}
            value={facts.caption}
            onChange={(event) => change({ caption: event.currentTarget.value })}
          />
          <div className={classes['row']}>
            <SegmentedControl
              size="xs"
              aria-label={t('editor.pictureWidth')}
              value={facts.width}
              onChange={(width) => change({ width })}
              data={[
                { value: 'full', label: t('editor.pictureFull') },
                { value: 'half', label: t('editor.pictureHalf') },
                { value: 'small', label: t('editor.pictureSmall') },
              ]}
            />
            <Tooltip label={t('editor.pictureRemove')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('editor.pictureRemove')}
                onClick={remove}
              >
                <IconTrash size={16} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </div>
        </div>
      )}
    </figure>
  );
}
