import { Modal, Stepper } from '@mantine/core';
import { useState } from 'react';
import type { CallInput, CallOutput } from '#shared/contract/index.ts';
import { useWords } from '../words.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './plan-files.module.css';
import { PreviewStep } from './preview-step.tsx';
import { ResultStep } from './result-step.tsx';

export type ReadFile = CallOutput<'planfile.read'>;
export type ImportInput = CallInput<'planfile.import'>;
export type ImportOutcome = CallOutput<'planfile.import'>;

/** The file that was chosen, and what it seems to be. */
export interface ChosenFile {
  file: File;
  read: ReadFile;
  input: ImportInput;
}

/** A plan out of a file: choose it, say what its columns are, look at what would happen, bring it in. */
export default function ImportDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const [step, setStep] = useState(0);
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('plan-files.import-title')} size={980}>
      {outcome ? (
        <ResultStep outcome={outcome} onClose={onClose} />
      ) : (
        <>
          <Stepper active={step} onStepClick={setStep} size="xs" className={styles.steps ?? ''}>
            <Stepper.Step label={t('plan-files.step-file')} />
            <Stepper.Step label={t('plan-files.step-columns')} disabled={chosen === null} />
            <Stepper.Step label={t('plan-files.step-preview')} disabled={chosen === null} />
          </Stepper>
          {step === 0 || chosen === null ? (
            <FileStep
              onRead={(found) => {
                setChosen(found);
                setStep(1);
              }}
            />
          ) : step === 1 ? (
            <ColumnsStep chosen={chosen} onChange={setChosen} onNext={() => setStep(2)} />
          ) : (
            <PreviewStep chosen={chosen} onBack={() => setStep(1)} onDone={setOutcome} />
          )}
        </>
      )}
    </Modal>
  );
}
