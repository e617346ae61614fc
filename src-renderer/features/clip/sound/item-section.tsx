import { SegmentedControl, Switch } from '@mantine/core';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { changeBeside } from '#shared/clip/edit/operations/beside.ts';
import type { SoundItem } from '#shared/clip/edit/schema.ts';
import { useClipEditor, useSource } from '../session/editor.tsx';
import { usualDuck } from './add-sounds.ts';
import { LevelLine } from './level-line.tsx';
import { ShapeFields, tidy } from './shape-fields.tsx';
import styles from './sound.module.css';

const roles = ['music', 'voice', 'effect'] as const;

/** Music, voices and effects that are chosen: level, fades, part, loop, how they yield. */
export function ItemSection({ items, disabled }: { items: readonly SoundItem[]; disabled: boolean }) {
  const { t, locale } = useWords();
  const { change } = useClipEditor();
  const [first] = items;
  const source = useSource(first?.source ?? null);
  const ids = items.map(({ id }) => id);
  if (!first) return null;
  const set = (next: Partial<SoundItem>, gesture?: string): void =>
    change(
      (edit) => changeBeside(edit, 'sounds', ids, (item) => tidy({ ...item, ...next })),
      gesture && `sound:${gesture}:${ids.join()}`,
    );
  const words: Record<(typeof roles)[number], string> = {
    music: t('clip-sound.role-music'),
    voice: t('clip-sound.role-voice'),
    effect: t('clip-sound.role-effect'),
  };
  const role = items.every((item) => item.role === first.role) ? first.role : '';
  const ducked = items.every((item) => (item.duck ?? 0) < 0);
  const looped = items.every((item) => item.loop === true);
  const end = source && source.asset.duration > 0 ? source.asset.duration : first.to;
  return (
    <Panel
      title={
        items.length > 1
          ? t('clip-sound.items', { count: new Intl.NumberFormat(locale).format(items.length) })
          : (first.name ?? source?.asset.name ?? t('clip-sound.item'))
      }
      remember="clip.sound.item"
    >
      <SegmentedControl
        fullWidth
        size="xs"
        disabled={disabled}
        aria-label={t('clip-sound.role')}
        value={role}
        data={roles.map((value) => ({ value, label: words[value] }))}
        onChange={(value) => {
          const next = roles.find((one) => one === value);
          if (next) set({ role: next });
        }}
      />
      <ShapeFields shapes={items} disabled={disabled} onChange={(next, gesture) => set(next, gesture)} />
      {items.length === 1 && (
        <div className={styles.pair}>
          <div className={styles.field}>
            <span aria-hidden>{t('clip-sound.part-from')}</span>
            <NumberField
              label={t('clip-sound.part-from')}
              mark="["
              unit="s"
              min={0}
              max={Math.max(0, first.to - 0.05)}
              step={0.1}
              disabled={disabled}
              value={first.from}
              onChange={(from) => set({ from }, 'from')}
            />
          </div>
          <div className={styles.field}>
            <span aria-hidden>{t('clip-sound.part-to')}</span>
            <NumberField
              label={t('clip-sound.part-to')}
              mark="]"
              unit="s"
              min={first.from + 0.05}
              max={end}
              step={0.1}
              disabled={disabled}
              value={first.to}
              onChange={(to) => set({ to }, 'to')}
            />
          </div>
        </div>
      )}
      <div className={styles.switches}>
        <Switch
          label={t('clip-sound.loop')}
          disabled={disabled}
          checked={looped}
          onChange={(event) => set({ loop: event.currentTarget.checked })}
        />
        <Switch
          label={t('clip-sound.duck')}
          disabled={disabled}
          checked={ducked}
          onChange={(event) => set({ duck: event.currentTarget.checked ? usualDuck : null })}
        />
      </div>
      {ducked && (
        <LevelLine
          label={t('clip-sound.duck-by')}
          value={items.every((item) => item.duck === first.duck) ? (first.duck ?? usualDuck) : null}
          min={-40}
          max={-1}
          rest={usualDuck}
          disabled={disabled}
          onChange={(duck, sliding) => set({ duck }, sliding ? 'duck' : undefined)}
        />
      )}
    </Panel>
  );
}
