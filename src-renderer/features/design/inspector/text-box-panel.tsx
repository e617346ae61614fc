import { ActionIcon, Select, Tooltip } from '@mantine/core';
import {
  IconLayoutAlignBottom,
  IconLayoutAlignMiddle,
  IconLayoutAlignTop,
  IconLetterT,
  IconLineHeight,
  IconList,
  IconListNumbers,
  IconMenu,
  IconSpacingVertical,
  IconTextDirectionLtr,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { TextFields } from '../text-editing/use-text-fields.ts';
import { sharedBy } from '../text-editing/use-text-fields.ts';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import own from './text-panel.module.css';

const icon = { size: 16, stroke: 1.5 };

/** A row of icons of which one is on, with what they decide about before them. */
function Choice<T extends string>({
  label,
  value,
  disabled,
  choices,
  onChange,
}: {
  label: string;
  value: T | null;
  disabled: boolean;
  choices: readonly { value: T; word: string; icon: ComponentType<{ size?: number; stroke?: number }> }[];
  onChange(value: T): void;
}) {
  return (
    <div className={own.choice} role="group" aria-label={label}>
      <span className={styles.label}>{label}</span>
      {choices.map(({ value: each, word, icon: Icon }) => (
        <Tooltip key={each} label={word}>
          <ActionIcon
            aria-label={word}
            aria-pressed={each === value}
            variant={each === value ? 'light' : 'subtle'}
            color={each === value ? 'vermilion' : 'gray'}
            disabled={disabled}
            onClick={() => onChange(each)}
          >
            <Icon {...icon} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

function VerticalMark({ size, stroke }: { size?: number; stroke?: number }) {
  return (
    <IconTextDirectionLtr
      {...(size ? { size } : {})}
      {...(stroke ? { stroke } : {})}
      className={own.turned}
    />
  );
}

/** Lines, paragraphs and the box of whole texts. */
export function TextBoxPanel({ fields }: { fields: TextFields }) {
  const { t } = useWords();
  const { texts, disabled, change } = fields;
  const shared = <K extends 'lineHeight' | 'sizing' | 'verticalAlign'>(field: K): TextNode[K] | undefined =>
    sharedBy<TextNode[K]>(texts, (node) => node[field]);
  const set = (name: string, values: Partial<TextNode>): void =>
    change(name, (node) => ({ ...node, ...values }));
  const sizing = shared('sizing') ?? null;
  const fixed = sizing === 'fixed';
  return (
    <Panel title={t('design-text.box')} remember="design.text-box">
      <div className={styles.pair}>
        <NumberField
          label={t('design.line-height')}
          mark={<IconLineHeight {...icon} />}
          value={shared('lineHeight') ?? null}
          min={0.1}
          max={10}
          step={0.1}
          disabled={disabled}
          onChange={(lineHeight) => set('lineHeight', { lineHeight })}
        />
        <NumberField
          label={t('design-text.paragraph-spacing')}
          mark={<IconSpacingVertical {...icon} />}
          unit="px"
          value={sharedBy(texts, (node) => node.paragraphSpacing ?? 0) ?? null}
          min={0}
          max={10_000}
          disabled={disabled}
          onChange={(paragraphSpacing) => set('paragraphSpacing', { paragraphSpacing })}
        />
      </div>
      <Choice
        label={t('design-text.list')}
        value={sharedBy(texts, (node) => node.list ?? 'none') ?? null}
        disabled={disabled}
        choices={[
          { value: 'none', word: t('design-text.list-none'), icon: IconMenu },
          { value: 'bullet', word: t('design-text.list-bullet'), icon: IconList },
          { value: 'number', word: t('design-text.list-number'), icon: IconListNumbers },
        ]}
        onChange={(list) => set('list', { list })}
      />
      <Choice
        label={t('design-text.writing')}
        value={sharedBy(texts, (node) => node.writing ?? 'horizontal') ?? null}
        disabled={disabled}
        choices={[
          { value: 'horizontal', word: t('design-text.horizontal'), icon: IconTextDirectionLtr },
          { value: 'vertical', word: t('design-text.vertical'), icon: VerticalMark },
        ]}
        onChange={(writing) => change('writing', (node) => turned(node, writing))}
      />
      <Select
        aria-label={t('design.sizing')}
        leftSection={<IconLetterT {...icon} />}
        disabled={disabled}
        placeholder={t('design.mixed')}
        value={sizing}
        data={[
          { value: 'auto-width', label: t('design.sizing-width') },
          { value: 'auto-height', label: t('design.sizing-height') },
          { value: 'fixed', label: t('design.sizing-fixed') },
        ]}
        onChange={(next) => next !== null && set('sizing', { sizing: next as TextNode['sizing'] })}
      />
      {fixed && (
        <>
          <Choice
            label={t('design-text.stands')}
            value={shared('verticalAlign') ?? null}
            disabled={disabled}
            choices={[
              { value: 'top', word: t('design-text.top'), icon: IconLayoutAlignTop },
              { value: 'middle', word: t('design-text.middle'), icon: IconLayoutAlignMiddle },
              { value: 'bottom', word: t('design-text.bottom'), icon: IconLayoutAlignBottom },
            ]}
            onChange={(verticalAlign) => set('verticalAlign', { verticalAlign })}
          />
          <Select
            aria-label={t('design-text.overflow')}
            disabled={disabled}
            placeholder={t('design.mixed')}
            value={sharedBy(texts, (node) => node.overflow ?? 'show') ?? null}
            data={[
              { value: 'show', label: t('design-text.overflow-show') },
              { value: 'shrink', label: t('design-text.overflow-shrink') },
              { value: 'ellipsis', label: t('design-text.overflow-ellipsis') },
            ]}
            onChange={(next) =>
              next !== null && set('overflow', { overflow: next as NonNullable<TextNode['overflow']> })
            }
          />
        </>
      )}
    </Panel>
  );
}

/** A text written the other way: its box turns with it, about the same corner. */
function turned(node: TextNode, writing: 'horizontal' | 'vertical'): TextNode {
  if ((node.writing ?? 'horizontal') === writing) return node;
  return { ...node, writing, width: node.height, height: node.width, path: null };
}
