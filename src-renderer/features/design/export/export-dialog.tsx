import {
  Button,
  Checkbox,
  Modal,
  MultiSelect,
  NumberInput,
  Progress,
  SegmentedControl,
  Slider,
} from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { RenderedFile, imageTypes } from '#shared/contract/designs.ts';
import { GalleyError, isCancellation, toFailure } from '#shared/contract/failure.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import styles from './export-dialog.module.css';

type ImageType = (typeof imageTypes)[number];

/** Bytes as people read them. */
function useBytes(): (bytes: number) => string {
  const { locale } = useWords();
  return (bytes) => {
    const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
    const value = bytes / (unit === 'kilobyte' ? 1000 : 1_000_000);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  };
}

function Results({ files }: { files: readonly RenderedFile[] }) {
  const { t } = useWords();
  const bytes = useBytes();
  return (
    <ul className={styles.results} aria-label={t('design.export-results')}>
      {files.map((file) => {
        const name = file.path.split(/[\\/]/).at(-1) ?? file.path;
        return (
          <li key={file.path} className={styles.result}>
            <img className={styles.thumb} src={mediaUrl(file.url)} alt="" />
            <span className={styles.file}>
              <span className={styles.fileName}>{name}</span>
              <span className={styles.facts}>
                {file.width} × {file.height} · {bytes(file.bytes)}
                {file.needsReview && (
                  <span className={styles.review}>
                    <IconAlertTriangle size={13} stroke={1.5} aria-hidden />
                    {t('design.needs-review')}
                  </span>
                )}
              </span>
            </span>
            <Button
              component="a"
              variant="default"
              href={mediaUrl(file.url)}
              download={name}
              leftSection={<IconDownload size={14} stroke={1.5} />}
            >
              {t('design.download')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Paints the design to files, in its own size or re-arranged for platform formats. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const { id, saving } = useEditor();
  const { body } = useEditorState();
  const pages = pagesInOrder(body);
  const [type, setType] = useState<ImageType>('png');
  const [scale, setScale] = useState('1');
  const [quality, setQuality] = useState(90);
  const [limit, setLimit] = useState<number | ''>('');
  const [chosen, setChosen] = useState<number[]>(pages.map((_page, index) => index + 1));
  const [formats, setFormats] = useState<string[]>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const [files, setFiles] = useState<RenderedFile[]>([]);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const abort = useRef<AbortController | null>(null);

  const choices = useMemo(
    () =>
      (pack?.platforms ?? []).map((platform) => ({
        group: say(platform.name),
        items: platform.formats
          .filter((format) => format.galley.kind !== 'text' || format.image !== undefined)
          .map((format) => ({
            value: `${platform.id}/${format.id}`,
            label: `${say(platform.name)} · ${say(format.name)}`,
          })),
      })),
    [pack, say],
  );

  const render = async (): Promise<void> => {
    const control = new AbortController();
    abort.current = control;
    setProgress(0);
    setFailure(null);
    setFiles([]);
    try {
      // What is painted is what is stored.
      await saving.flush();
      const result = await runJob(
        'designs.render',
        {
          id,
          type,
          scale: formats.length > 0 ? 1 : Number(scale),
          ...(chosen.length === pages.length ? {} : { pages: chosen }),
          ...(type === 'png' ? {} : { quality }),
          ...(limit === '' ? {} : { maxBytes: limit * 1000 }),
          ...(formats.length === 0 ? {} : { formats }),
        },
        {
          signal: control.signal,
          onProgress: (job) => setProgress(job.total === 0 ? 0 : job.done / job.total),
        },
      );
      setFiles(result.files);
    } catch (error) {
      if (!isCancellation(error)) {
        setFailure(
          error instanceof GalleyError ? error : new GalleyError('internal', toFailure(error).message),
        );
      }
    } finally {
      abort.current = null;
      setProgress(null);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('design.export-title')} size={560}>
      <div className={styles.form}>
        <div className={styles.field}>
          <span className={styles.label}>{t('design.file-type')}</span>
          <SegmentedControl
            aria-label={t('design.file-type')}
            value={type}
            onChange={setType}
            data={[
              { value: 'png', label: 'PNG' },
              { value: 'jpeg', label: 'JPEG' },
              { value: 'webp', label: 'WebP' },
              { value: 'avif', label: 'AVIF' },
            ]}
          />
        </div>
        <div className={styles.field} data-top>
          <span className={styles.label}>{t('design.formats')}</span>
          <div className={styles.formats}>
            <MultiSelect
              size="xs"
              aria-label={t('design.formats')}
              {...(formats.length === 0 ? { placeholder: t('design.formats-none') } : {})}
              searchable
              clearable
              data={choices}
              value={formats}
              onChange={setFormats}
              maxDropdownHeight={260}
              comboboxProps={{ shadow: 'md' }}
            />
            <p className={styles.help}>{t('design.formats-help')}</p>
          </div>
        </div>
        {formats.length === 0 && (
          <div className={styles.field}>
            <span className={styles.label}>{t('design.scale')}</span>
            <SegmentedControl
              aria-label={t('design.scale')}
              value={scale}
              onChange={setScale}
              data={['1', '2', '3'].map((value) => ({ value, label: `${value}×` }))}
            />
            <span className={styles.size}>
              {body.width * Number(scale)} × {body.height * Number(scale)} px
            </span>
          </div>
        )}
        {type !== 'png' && (
          <div className={styles.field}>
            <span className={styles.label}>{t('design.quality')}</span>
            <Slider
              className={styles.slider ?? ''}
              aria-label={t('design.quality')}
              min={30}
              max={100}
              value={quality}
              label={null}
              onChange={setQuality}
            />
            <span className={styles.size}>{quality}</span>
          </div>
        )}
        <div className={styles.field}>
          <span className={styles.label}>{t('design.byte-limit')}</span>
          <NumberInput
            aria-label={t('design.byte-limit')}
            placeholder={t('design.no-limit')}
            suffix=" kB"
            min={1}
            value={limit}
            onChange={(value) => setLimit(typeof value === 'number' ? value : '')}
          />
        </div>
        {pages.length > 1 && (
          <div className={styles.field}>
            <span className={styles.label}>{t('design.pages')}</span>
            <span className={styles.pages}>
              {pages.map((page, index) => (
                <Checkbox
                  key={page.id}
                  label={String(index + 1)}
                  aria-label={t('design.page-number', { number: index + 1 })}
                  checked={chosen.includes(index + 1)}
                  onChange={(event) => {
                    const rest = chosen.filter((each) => each !== index + 1);
                    setChosen(
                      event.currentTarget.checked ? [...rest, index + 1].toSorted((a, b) => a - b) : rest,
                    );
                  }}
                />
              ))}
            </span>
          </div>
        )}
        {failure && <FailureNote error={failure} onRetry={() => void render()} />}
        {progress !== null && (
          <Progress value={Math.max(4, progress * 100)} animated aria-label={t('design.exporting')} />
        )}
        {files.length > 0 && <Results files={files} />}
        <div className={styles.footer}>
          {progress === null ? (
            <>
              <Button variant="default" onClick={onClose}>
                {t('design.close')}
              </Button>
              <Button data-autofocus disabled={chosen.length === 0} onClick={() => void render()}>
                {t('design.export-now')}
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => abort.current?.abort()}>
              {t('design.cancel')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
