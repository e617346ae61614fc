import { Button, Modal, Stepper } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { useEditorState } from '../session/editor.ts';
import { FieldsStep } from './fields-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './merge.module.css';
import { ResultStep } from './result-step.tsx';
import { RunStep } from './run-step.tsx';

export type Table = CallOutput<'tables.read'>;
export type MergeResult = CallOutput<'designs.merge'>;

/** Where the rows were read: of a workbook also which sheet, null for its first. */
export interface ReadFrom {
  file: File;
  sheet: string | null;
}

/** Rows of a table into designs and posts: choose the file, bind the fields, look, make. */
export function MergeDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { body } = useEditorState();
  const [step, setStep] = useState(0);
  const [table, setTable] = useState<Table | null>(null);
  const [origin, setOrigin] = useState<ReadFrom | null>(null);
  const [result, setResult] = useState<MergeResult | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('design-merge.title')} size={920}>
      <Stepper active={step} onStepClick={setStep} size="xs" className={styles.steps ?? ''}>
        <Stepper.Step label={t('design-merge.step-file')} />
        <Stepper.Step label={t('design-merge.step-fields')} disabled={table === null} />
        <Stepper.Step label={t('design-merge.step-make')} disabled={table === null} />
      </Stepper>
      {result ? (
        <ResultStep result={result} onClose={onClose} />
      ) : step === 0 || table === null ? (
        <FileStep
          origin={origin}
          table={table}
          onRead={(read, from) => {
            setTable(read);
            setOrigin(from);
            setStep(1);
          }}
        />
      ) : step === 1 ? (
        <>
          <FieldsStep body={body} table={table} />
          <div className={styles.buttons}>
            <Button onClick={() => setStep(2)}>{t('design-merge.next')}</Button>
          </div>
        </>
      ) : (
        <RunStep body={body} table={table} onDone={setResult} />
      )}
    </Modal>
  );
}
