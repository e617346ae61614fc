import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { memo, useId, useRef, useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { isDisputed, type PlacedFact } from '#shared/platforms/fact-list.ts';
import { kindOfValue } from '#shared/platforms/own-rules.ts';
import type { Fact, RulePack } from '#shared/platforms/rule-pack.ts';
import { type KeptChange, trashKept } from './change-rules.ts';
import { FactEditor } from './fact-editor.tsx';
import { ConfidenceMark, SourceList } from './fact-source.tsx';
import { measureOf, placeText, unitText, valueText } from './fact-text.ts';
import styles from './rules.module.css';

/** A fact as the list shows it, in the scope that is looked at. */
export interface ShownFact extends PlacedFact {
  platform: string;
  format: string;
  /** The same limit of other ways of publishing, where that differs. */
  ways: PlacedFact[];
  /** What was set for this scope; several only where windows met. */
  changes: KeptChange[];
}

function Alternative({
  title,
  fact,
  path,
  sources,
}: {
  title: string;
  fact: Fact;
  path: readonly string[];
  sources: RulePack['sources'];
}) {
  const words = useWords();
  return (
    <li className={styles.alternative}>
      <span className={styles.alternativeName}>{title}</span>
      <span className={styles.value}>
        {valueText(fact.value, measureOf(path), words)}
        {fact.unit && <span className={styles.unit}>{unitText(fact.unit, words)}</span>}
      </span>
      <ConfidenceMark confidence={fact.confidence} />
      <SourceList fact={fact} sources={sources} short />
      {fact.note && <span className={styles.alternativeNote}>{fact.note}</span>}
    </li>
  );
}

/** One fact: what, how much, how sure, where it was read; opened also what others say, and its editor. */
export const FactRow = memo(function FactRow({
  shown,
  sources,
  accountId,
  scopeName,
}: {
  shown: ShownFact;
  sources: RulePack['sources'];
  accountId: string | null;
  scopeName: string;
}) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const { fact, path, alternatives, ways, changes } = shown;
  const name = placeText(path.slice(1), words);
  const isChanged = changes.length > 0;
  const canEdit = kindOfValue(fact.value) !== null;
  const reset = (): void => {
    trashKept(changes, t('rules.reset-said', { name })).catch(notifyFailure);
  };
  return (
    <div className={styles.fact} data-open={isOpen} data-changed={isChanged} role="listitem">
      <div className={styles.factHead}>
        <button
          type="button"
          className={styles.factName}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={12} stroke={1.5} aria-hidden className={styles.chevron} />
          <span>{name}</span>
        </button>
        <span className={styles.value}>
          {fact.exclusive === true && <span className={styles.below}>{t('rules.below')}</span>}
          {valueText(fact.value, measureOf(path), words)}
          {fact.unit && <span className={styles.unit}>{unitText(fact.unit, words)}</span>}
        </span>
        <span className={styles.marks}>
          <ConfidenceMark confidence={fact.confidence} />
          {isDisputed(shown) && !isChanged && (
            <span className={styles.disputed}>{t('rules.disputed-mark')}</span>
          )}
        </span>
        <SourceList fact={fact} sources={sources} short />
        <span className={styles.factActions}>
          {isChanged && (
            <Tooltip label={t('rules.reset-one', { name })}>
              <ActionIcon aria-label={t('rules.reset-one', { name })} onClick={reset}>
                <IconArrowBackUp size={14} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          )}
          {canEdit && (
            <Tooltip label={t('rules.edit-of', { name })}>
              <ActionIcon
                ref={pencil}
                aria-label={t('rules.edit-of', { name })}
                onClick={() => {
                  setOpen(true);
                  setEditing(true);
                }}
              >
                <IconPencil size={14} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </div>
      {isOpen && (
        <div className={styles.factBody} id={id}>
          {isEditing ? (
            <FactEditor
              place={{ platform: shown.platform, format: shown.format, path, accountId }}
              fact={fact}
              before={changes[0]}
              scopeName={scopeName}
              onDone={() => {
                setEditing(false);
                pencil.current?.focus();
              }}
            />
          ) : (
            <>
              {fact.note && <p className={styles.noteText}>{fact.note}</p>}
              <div className={styles.fullSource}>
                <SourceList fact={fact} sources={sources} />
              </div>
            </>
          )}
          {(alternatives.length > 0 || ways.length > 0) && (
            <ul className={styles.alternatives} aria-label={t('rules.others')}>
              {alternatives.map((other, index) => (
                <Alternative
                  // biome-ignore lint/suspicious/noArrayIndexKey: the order of a fact's alternatives is its file's
                  key={index}
                  title={
                    isChanged && index === 0 && fact.confidence === 'user'
                      ? t('rules.before')
                      : t('rules.also-said')
                  }
                  fact={other}
                  path={path}
                  sources={sources}
                />
              ))}
              {ways.map((way) => (
                <Alternative
                  key={way.path.join('/')}
                  title={placeText(way.path.slice(-1), words)}
                  fact={way.fact}
                  path={way.path}
                  sources={sources}
                />
              ))}
            </ul>
          )}
          {!isEditing && canEdit && (
            <div className={styles.buttons}>
              {isChanged && (
                <Button variant="default" size="compact-xs" onClick={reset}>
                  {t('rules.reset')}
                </Button>
              )}
              <Button variant="default" size="compact-xs" onClick={() => setEditing(true)}>
                {t('rules.edit')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
});
