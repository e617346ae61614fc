import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown, IconTextSize } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import styles from './text-panel.module.css';

/** Sizes in px that posts are often set in. */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 200, 280];

/** The size of letters: a number, or one of the usual ones. */
export function TextSizeField({
  value,
  disabled,
  onChange,
}: {
  value: number | null;
  disabled: boolean;
  onChange(size: number): void;
}) {
  const { t } = useWords();
  return (
    <div className={styles.size}>
      <NumberField
        label={t('design.font-size')}
        mark={<IconTextSize size={16} stroke={1.5} />}
        value={value}
        min={1}
        max={10_000}
        disabled={disabled}
        onChange={onChange}
      />
      <Menu position="bottom-end" shadow="md" disabled={disabled}>
        <Menu.Target>
          <ActionIcon
            className={styles.sizeMore ?? ''}
            aria-label={t('design-text.sizes')}
            disabled={disabled}
            size={24}
          >
            <IconChevronDown size={14} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown data-canvas-part className={styles.sizeList ?? ''}>
          {sizes.map((size) => (
            <Menu.Item key={size} onClick={() => onChange(size)}>
              {size}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
