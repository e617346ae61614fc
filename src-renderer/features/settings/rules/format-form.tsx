import { ActionIcon, Button, SegmentedControl, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import {
  type FactGroup,
  type FactValue,
  isFact,
  type PlatformFormat,
  type Unit,
  units,
} from '#shared/platforms/rule-pack.ts';
import { type Measure, unitText } from './fact-text.ts';
import {
  numberIn,
  type SizeRow,
  sizesIn,
  withSizes,
  withValue,
  wordsIn,
} from '#shared/platforms/platform-draft.ts';
import formStyles from './form.module.css';
import { MeasureInput } from './value-editor.tsx';

const icon = { size: 14, stroke: 1.5 };
type Field = PlatformFormat['text']['fields'][number];
const fieldIds = ['title', 'body', 'link', 'tags'] as const;

function NumberLine({
  name,
  group,
  factKey,
  measure = 'plain',
  onChange,
}: {
  name: string;
  group: FactGroup | undefined;
  factKey: string;
  measure?: Measure;
  onChange(group: FactGroup): void;
}) {
  const { t } = useWords();
  return (
    <div className={formStyles.line}>
      <span className={formStyles.fieldName}>{name}</span>
      <MeasureInput
        label={name}
        value={numberIn(group, factKey)}
        measure={measure}
        placeholder={t('rules.no-limit')}
        onChange={(value) => onChange(withValue(group ?? {}, factKey, value))}
      />
    </div>
  );
}

function TextFields({ fields, onChange }: { fields: Field[]; onChange(fields: Field[]): void }) {
  const words = useWords();
  const { t } = words;
  const names: Record<(typeof fieldIds)[number], string> = {
    title: t('rules.field-title'),
    body: t('rules.field-body'),
    link: t('rules.field-link'),
    tags: t('rules.field-tags'),
  };
  const free = fieldIds.filter((id) => !fields.some((field) => field.id === id));
  const change = (at: number, next: Field): void => onChange(fields.with(at, next));
  return (
    <fieldset className={formStyles.group}>
      <legend>{t('rules.text-fields')}</legend>
      {fields.map((field, at) => {
        const name = fieldIds.find((id) => id === field.id);
        const max = field['max'];
        const unit: Unit = isFact(max) ? (max.unit ?? 'characters') : 'grapheme';
        const label = name ? names[name] : field.id;
        const required = field['required'];
        const isRequired = required === true || (isFact(required) && required.value === true);
        return (
          <div key={field.id} className={formStyles.fieldRow}>
            <span className={formStyles.fieldName}>{label}</span>
            <MeasureInput
              label={t('rules.limit-of', { name: label })}
              value={numberIn(field, 'max')}
              measure="plain"
              placeholder={t('rules.no-limit')}
              onChange={(value) => change(at, withValue(field, 'max', value, unit))}
            />
            <Select
              aria-label={t('rules.unit-of', { name: label })}
              disabled={numberIn(field, 'max') === null}
              data={units.map((each) => ({ value: each, label: unitText(each, words) }))}
              value={unit}
              onChange={(next) =>
                next !== null && change(at, withValue(field, 'max', numberIn(field, 'max'), next as Unit))
              }
            />
            <Switch
              size="xs"
              label={t('rules.required')}
              checked={isRequired}
              onChange={(event) => {
                const { required: _before, ...rest } = field;
                change(at, (event.currentTarget.checked ? { ...rest, required: true } : rest) as Field);
              }}
            />
            <ActionIcon
              aria-label={t('rules.remove-field', { name: label })}
              onClick={() => onChange(fields.filter((_, index) => index !== at))}
            >
              <IconTrash {...icon} />
            </ActionIcon>
          </div>
        );
      })}
      <div className={formStyles.adders}>
        {free.map((id) => (
          <Button
            key={id}
            variant="default"
            size="compact-xs"
            leftSection={<IconPlus size={12} stroke={1.5} />}
            onClick={() => onChange([...fields, { id } as Field])}
          >
            {names[id]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function Sizes({ sizes, onChange }: { sizes: SizeRow[]; onChange(sizes: SizeRow[]): void }) {
  const { t } = useWords();
  const change = (at: number, part: Partial<SizeRow>): void =>
    onChange(sizes.map((size, index) => (index === at ? { ...size, ...part } : size)));
  return (
    <div className={formStyles.line}>
      <span className={formStyles.fieldName}>{t('rules.sizes')}</span>
      <div className={formStyles.sizes}>
        {sizes.map((size, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is being edited, the place is not
          <div key={at} className={formStyles.sizeRow}>
            <TextInput
              aria-label={t('rules.size-name')}
              value={size.name}
              maxLength={40}
              onChange={(event) =>
                change(at, { name: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9]+/g, '-') })
              }
            />
            <MeasureInput
              label={t('rules.width')}
              value={size.width}
              measure="pixels"
              onChange={(width) => change(at, { width: Math.max(1, width ?? 1) })}
            />
            <span aria-hidden>×</span>
            <MeasureInput
              label={t('rules.height')}
              value={size.height}
              measure="pixels"
              onChange={(height) => change(at, { height: Math.max(1, height ?? 1) })}
            />
            <ActionIcon
              aria-label={t('rules.remove-size', { name: size.name })}
              onClick={() => onChange(sizes.filter((_, index) => index !== at))}
            >
              <IconTrash {...icon} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={12} stroke={1.5} />}
          onClick={() =>
            onChange([...sizes, { name: `size-${sizes.length + 1}`, width: 1080, height: 1080 }])
          }
        >
          {t('rules.add-size')}
        </Button>
      </div>
    </div>
  );
}

function textFact(group: FactGroup, key: string): FactValue | undefined {
  const fact = group[key];
  return isFact(fact) ? fact.value : undefined;
}

/** One format of a platform of one's own. */
export function FormatForm({
  format,
  onChange,
}: {
  format: PlatformFormat;
  onChange(format: PlatformFormat): void;
}) {
  const { t } = useWords();
  const { kind } = format.galley;
  const change = (part: Partial<PlatformFormat>): void => onChange({ ...format, ...part });
  const setText = (key: string, value: FactValue): void =>
    change({ text: withValue(format.text, key, value) });
  const syntax = textFact(format.text, 'hashtag_syntax');
  const links = textFact(format.text, 'links');
  const image = format.image ?? {};
  const video = format.video ?? {};
  return (
    <div className={formStyles.form}>
      <div className={formStyles.columns}>
        <TextInput
          label={t('rules.format-name-en')}
          value={format.name.en}
          maxLength={60}
          onChange={(event) => change({ name: { ...format.name, en: event.currentTarget.value } })}
        />
        <TextInput
          label={t('rules.format-name-zh')}
          value={format.name.zh}
          maxLength={60}
          onChange={(event) => change({ name: { ...format.name, zh: event.currentTarget.value } })}
        />
        <div>
          <span className={formStyles.label}>{t('rules.kind')}</span>
          <SegmentedControl
            fullWidth
            aria-label={t('rules.kind')}
            value={kind}
            data={[
              { value: 'text', label: t('rules.kind-text') },
              { value: 'image', label: t('rules.kind-image') },
              { value: 'video', label: t('rules.kind-video') },
              { value: 'article', label: t('rules.kind-article') },
            ]}
            onChange={(next) =>
              change({ galley: { ...format.galley, kind: next as PlatformFormat['galley']['kind'] } })
            }
          />
        </div>
      </div>
      <TextFields
        fields={format.text.fields}
        onChange={(fields) => change({ text: { ...format.text, fields } as PlatformFormat['text'] })}
      />
      <fieldset className={formStyles.group}>
        <legend>{t('rules.writing')}</legend>
        <div className={formStyles.line}>
          <span className={formStyles.fieldName}>{t('rules.hashtags')}</span>
          <SegmentedControl
            className={formStyles.start ?? ''}
            aria-label={t('rules.hashtags')}
            value={
              syntax === false ? 'none' : typeof syntax === 'string' && /^#\S+#/.test(syntax) ? '##' : '#'
            }
            data={[
              { value: '#', label: t('rules.hashtag-one') },
              { value: '##', label: t('rules.hashtag-two') },
              { value: 'none', label: t('rules.hashtag-none') },
            ]}
            onChange={(next) =>
              setText('hashtag_syntax', next === 'none' ? false : next === '##' ? '#tag#' : '#tag')
            }
          />
        </div>
        <NumberLine
          name={t('rules.ask-hashtags')}
          group={format.text}
          factKey="max_hashtags"
          onChange={(text) => change({ text: text as PlatformFormat['text'] })}
        />
        <div className={formStyles.line}>
          <span className={formStyles.fieldName}>{t('rules.links')}</span>
          <Switch
            size="xs"
            label={t('rules.links-clickable')}
            checked={typeof links === 'string' && links.startsWith('clickable')}
            onChange={(event) => setText('links', event.currentTarget.checked ? 'clickable' : false)}
          />
        </div>
        <NumberLine
          name={t('rules.ask-fold')}
          group={format.text}
          factKey="fold"
          onChange={(text) => change({ text: text as PlatformFormat['text'] })}
        />
      </fieldset>
      <fieldset className={formStyles.group}>
        <legend>{kind === 'video' ? t('rules.cover') : t('rules.pictures')}</legend>
        {kind !== 'video' && (
          <NumberLine
            name={t('rules.ask-pictures')}
            group={image}
            factKey="max_count"
            onChange={(next) => change({ image: next })}
          />
        )}
        <NumberLine
          name={t('rules.ask-picture-bytes')}
          group={image}
          factKey="max_bytes"
          measure="bytes"
          onChange={(next) => change({ image: next })}
        />
        <div className={formStyles.line}>
          <span className={formStyles.fieldName}>{t('rules.ask-picture-types')}</span>
          <TagsInput
            aria-label={t('rules.ask-picture-types')}
            className={formStyles.grow ?? ''}
            data={['jpeg', 'png', 'webp', 'gif']}
            placeholder={t('rules.any-type')}
            value={wordsIn(image, 'formats')}
            onChange={(types) =>
              change({ image: withValue(image, 'formats', types.length > 0 ? types : null) })
            }
          />
        </div>
        <Sizes sizes={sizesIn(image)} onChange={(sizes) => change({ image: withSizes(image, sizes) })} />
      </fieldset>
      {(kind === 'video' || kind === 'text') && (
        <fieldset className={formStyles.group}>
          <legend>{t('rules.video')}</legend>
          <NumberLine
            name={t('rules.ask-video-duration')}
            group={video}
            factKey="max_duration_s"
            measure="seconds"
            onChange={(next) => change({ video: next })}
          />
          <NumberLine
            name={t('rules.ask-video-bytes')}
            group={video}
            factKey="max_bytes"
            measure="bytes"
            onChange={(next) => change({ video: next })}
          />
          <NumberLine
            name={t('rules.ask-video-rate')}
            group={video}
            factKey="max_fps"
            measure="rate"
            onChange={(next) => change({ video: next })}
          />
        </fieldset>
      )}
    </div>
  );
}
