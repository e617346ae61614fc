import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlignCenter, IconAlignLeft, IconAlignRight, IconPoint } from '@tabler/icons-react';
import { useMemo } from 'react';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord, keyWord } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { TextNode } from '#shared/design/layers/text.ts';
import { useEditor } from '../session/editor.ts';
import type { TextActions } from '../text-editing/use-text-actions.ts';
import { isOn, makeTextActions } from '../text-editing/use-text-actions.ts';

const icon = { size: 16, stroke: 1.5 };

/** Buttons that are text actions and show whether they are on. */
export function TextToggles({
  names,
  disabled,
}: {
  names: readonly (keyof TextActions)[];
  disabled: boolean;
}) {
  const words = useWords();
  const { store } = useEditor();
  const actions = useMemo(() => makeTextActions(store), [store]);
  return names.map((name) => {
    const action = actions[name];
    const Icon = action.icon ?? IconPoint;
    const word = actionWord(action, words);
    const key = action.keys?.[0];
    const on = isOn(store, name);
    return (
      <Tooltip key={name} label={key ? `${word}  ${keyWord(key)}` : word}>
        <ActionIcon
          aria-label={word}
          aria-pressed={on}
          variant={on ? 'light' : 'subtle'}
          color={on ? 'vermilion' : 'gray'}
          disabled={disabled}
          onClick={() => runAction(action)}
        >
          <Icon {...icon} />
        </ActionIcon>
      </Tooltip>
    );
  });
}

type Align = TextNode['align'];

/** The three alignments as buttons of which one is on. */
export function AlignToggles({
  value,
  disabled,
  onChange,
}: {
  value: Align | null;
  disabled: boolean;
  onChange(align: Align): void;
}) {
  const { t } = useWords();
  const aligns: { align: Align; word: string; icon: typeof IconAlignLeft }[] = [
    { align: 'left', word: t('design.text-left'), icon: IconAlignLeft },
    { align: 'center', word: t('design.text-centre'), icon: IconAlignCenter },
    { align: 'right', word: t('design.text-right'), icon: IconAlignRight },
  ];
  return aligns.map(({ align, word, icon: Icon }) => (
    <Tooltip key={align} label={word}>
      <ActionIcon
        aria-label={word}
        aria-pressed={value === align}
        variant={value === align ? 'light' : 'subtle'}
        color={value === align ? 'vermilion' : 'gray'}
        disabled={disabled}
        onClick={() => onChange(align)}
      >
        <Icon {...icon} />
      </ActionIcon>
    </Tooltip>
  ));
}
