import { ActionIcon, Menu, Textarea } from '@mantine/core';
import { IconDotsVertical, IconGripVertical, IconLayout } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import { Link } from 'wouter';
import { useWords } from '#renderer/ui/words.tsx';
import type { ShowItem, ShowRow } from '#shared/plan/run-of-show.ts';
import { LengthField } from './length-field.tsx';
import styles from './live.module.css';

/** One item: its clock time, length, title, who, script and cue; dragged by its handle. */
export function ShowItemRow({
  item,
  row,
  index,
  last,
  onChange,
  onGrab,
  onMove,
  onAddAfter,
  onRemove,
}: {
  item: ShowItem;
  row: ShowRow | undefined;
  index: number;
  last: boolean;
  onChange(part: Partial<ShowItem>): void;
  onGrab(event: PointerEvent<HTMLElement>): void;
  onMove(step: -1 | 1): void;
  onAddAfter(): void;
  onRemove(): void;
}) {
  const { t } = useWords();
  const name = item.title || t('ui.untitled');
  const text = (field: 'title' | 'who' | 'cue', label: string, most: number) => (
    <input
      className={styles.text}
      data-field={field}
      aria-label={`${label}: ${index + 1}`}
      placeholder={label}
      maxLength={most}
      value={item[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <tr data-carry-to={index} data-item={item.id}>
      <td className={styles.handleCell}>
        <button
          type="button"
          className={styles.handle}
          aria-label={t('campaigns.move-item', { title: name })}
          onPointerDown={onGrab}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            onMove(event.key === 'ArrowUp' ? -1 : 1);
          }}
        >
          <IconGripVertical size={15} stroke={1.5} aria-hidden />
        </button>
      </td>
      <td className={styles.clock}>{row?.wall ? row.wall.slice(11) : '—'}</td>
      <td>
        <LengthField minutes={item.minutes} onChange={(minutes) => onChange({ minutes })} />
      </td>
      <td>
        {text('title', t('campaigns.item-title'), 300)}
        <Textarea
          variant="unstyled"
          classNames={{ input: styles.script ?? '' }}
          aria-label={`${t('campaigns.script')}: ${index + 1}`}
          placeholder={t('campaigns.script')}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={20_000}
          value={item.script}
          onChange={(event) => onChange({ script: event.currentTarget.value })}
        />
      </td>
      <td>{text('who', t('campaigns.who'), 200)}</td>
      <td>
        {text('cue', t('campaigns.cue'), 2000)}
        {item.designId !== null && (
          <Link href={`/designs/${item.designId}`} className={styles.graphic}>
            <IconLayout size={13} stroke={1.5} aria-hidden />
            {t('campaigns.graphic')}
          </Link>
        )}
      </td>
      <td className={styles.menuCell}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t('campaigns.item-menu', { title: name })}
            >
              <IconDotsVertical size={15} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onAddAfter}>{t('campaigns.add-after')}</Menu.Item>
            <Menu.Item disabled={index === 0} onClick={() => onMove(-1)}>
              {t('campaigns.item-up')}
            </Menu.Item>
            <Menu.Item disabled={last} onClick={() => onMove(1)}>
              {t('campaigns.item-down')}
            </Menu.Item>
            {item.designId !== null && (
              <Menu.Item onClick={() => onChange({ designId: null })}>
                {t('campaigns.graphic-release')}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item onClick={onRemove}>{t('campaigns.item-remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
