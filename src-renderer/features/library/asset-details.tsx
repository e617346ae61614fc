import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Asset } from '#shared/domain/asset.ts';
import { AssetFacts } from './asset-facts.tsx';
import styles from './library.module.css';

type Fields = Pick<Asset, 'name' | 'alt' | 'source' | 'licence'>;

const addressOf = { post: '/posts', design: '/designs', clip: '/clips' } as const;

/** What is known about the chosen file, editable; saved when a field is left. For several: only what fits all. */
export function AssetDetails({ assets, actions }: { assets: readonly Asset[]; actions: readonly Action[] }) {
  const { t, locale } = useWords();
  const asset = assets[0];
  const single = assets.length === 1 ? asset : undefined;
  const [fields, setFields] = useState<Fields>({
    name: asset?.name ?? '',
    alt: asset?.alt ?? '',
    source: asset?.source ?? '',
    licence: asset?.licence ?? '',
  });
  const usedIn = useCall('assets.usedIn', single ? { id: single.id } : null, ['records.changed']);
  if (!asset) return null;

  const save = (name: keyof Fields): void => {
    const value = fields[name];
    if (value === asset[name]) return;
    if (name === 'name' && value.trim() === '') return setFields({ ...fields, name: asset.name });
    call('assets.update', { id: asset.id, [name]: value }).catch(notifyFailure);
  };
  const field = (name: keyof Fields) => ({
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
    onBlur: () => save(name),
  });

  return (
    <div>
      <div className={styles.preview}>
        {asset.kind !== 'audio' && <Thumb path={`thumb/${asset.id}`} alt={asset.alt} fit="contain" />}
      </div>
      <div className={styles.tools}>
        <strong className={styles.toolsName}>
          {single
            ? asset.name
            : t('library.several', { count: new Intl.NumberFormat(locale).format(assets.length) })}
        </strong>
        {actions.map((action) => (
          <IconAction key={action.id} action={action} />
        ))}
      </div>
      {single && (
        <>
          <Panel title={t('library.details')} remember="library.details">
            <TextInput label={t('library.name')} {...field('name')} />
            <Textarea
              label={t('library.alt')}
              description={t('library.alt-hint')}
              autosize
              minRows={2}
              {...field('alt')}
            />
            <TagsInput
              label={t('library.tags')}
              value={single.tags}
              onChange={(tags) => void call('assets.update', { id: single.id, tags }).catch(notifyFailure)}
            />
            <TextInput label={t('library.source')} {...field('source')} />
            <TextInput label={t('library.licence')} {...field('licence')} />
            <DayField
              key={single.id}
              clearable
              label={t('library.licence-until')}
              description={t('library.licence-until-hint')}
              value={single.licenceUntil ?? ''}
              onChange={(day) => {
                const until = day === '' ? null : day;
                if (until === single.licenceUntil) return;
                call('assets.update', { id: single.id, licenceUntil: until }).catch(notifyFailure);
              }}
            />
          </Panel>
          <Panel title={t('library.facts')} remember="library.facts">
            <AssetFacts asset={single} />
            {single.hasLocation && (
              <p className={styles.place}>
                <IconMapPin size={15} stroke={1.5} aria-hidden />
                {t('library.has-location')}
              </p>
            )}
          </Panel>
          <Panel title={t('library.used-in')} remember="library.used-in">
            {usedIn.data?.length === 0 && <p className={styles.dim}>{t('library.unused')}</p>}
            {usedIn.data?.map((use) => (
              <Link className={styles.use} key={use.id} href={`${addressOf[use.kind]}/${use.id}`}>
                {use.title || t('ui.untitled')}
              </Link>
            ))}
          </Panel>
        </>
      )}
    </div>
  );
}
