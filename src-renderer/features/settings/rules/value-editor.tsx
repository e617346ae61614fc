import { NumberInput, SegmentedControl, Select, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { factStepName } from '#shared/platforms/fact-names.ts';
import { kindOfValue } from '#shared/platforms/own-rules.ts';
import type { FactValue } from '#shared/platforms/rule-pack.ts';
import type { Measure } from './fact-text.ts';
import formStyles from './form.module.css';

interface EditorProps<T> {
  label: string;
  value: T;
  measure: Measure;
  onChange(value: FactValue): void;
}

function stepsOf(measure: Measure, t: (key: string) => string): { name: string; size: number }[] {
  if (measure === 'bytes') {
    return [
      { name: 'B', size: 1 },
      { name: 'KB', size: 1024 },
      { name: 'MB', size: 1024 ** 2 },
      { name: 'GB', size: 1024 ** 3 },
    ];
  }
  if (measure !== 'seconds') return [];
  return [
    { name: t('rules.seconds'), size: 1 },
    { name: t('rules.minutes'), size: 60 },
    { name: t('rules.hours'), size: 3600 },
    { name: t('rules.days'), size: 86_400 },
  ];
}

const plainUnits: Partial<Record<Measure, string>> = { pixels: 'px', kbps: 'kbps', rate: 'fps' };

/** A number in the unit that suits its size; null where nothing is set. */
export function MeasureInput({
  label,
  value,
  measure,
  placeholder,
  onChange,
}: {
  label: string;
  value: number | null;
  measure: Measure;
  placeholder?: string;
  onChange(value: number | null): void;
}) {
  const { t } = useWords();
  const steps = stepsOf(measure, t);
  const fitting = steps.findLast(({ size }) => value !== null && value >= size && (value / size) % 0.5 === 0);
  const [name, setName] = useState(fitting?.name ?? (measure === 'bytes' ? 'MB' : (steps[0]?.name ?? '')));
  const size = steps.find((step) => step.name === name)?.size ?? 1;
  const unit = plainUnits[measure];
  return (
    <span className={formStyles.measure}>
      <NumberInput
        aria-label={label}
        value={value === null ? '' : Math.round((value / size) * 1000) / 1000}
        min={0}
        hideControls
        thousandSeparator=","
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(unit === undefined ? {} : { suffix: ` ${unit}` })}
        onChange={(next) => {
          const number = typeof next === 'number' ? next : Number.parseFloat(next);
          const isWhole = measure === 'bytes' || measure === 'pixels';
          if (Number.isFinite(number)) onChange(isWhole ? Math.round(number * size) : number * size);
          else onChange(null);
        }}
      />
      {steps.length > 0 && (
        <Select
          aria-label={t('rules.unit-of', { name: label })}
          data={steps.map((step) => step.name)}
          value={name}
          onChange={(next) => next !== null && setName(next)}
        />
      )}
    </span>
  );
}

function PairEditor({ label, value, onChange }: EditorProps<[number, number]>) {
  const { t } = useWords();
  const [width, height] = value;
  return (
    <span className={formStyles.measure}>
      <MeasureInput
        label={`${label}: ${t('rules.width')}`}
        value={width}
        measure="pixels"
        onChange={(next) => onChange([next ?? 0, height])}
      />
      <span aria-hidden>×</span>
      <MeasureInput
        label={`${label}: ${t('rules.height')}`}
        value={height}
        measure="pixels"
        onChange={(next) => onChange([width, next ?? 0])}
      />
    </span>
  );
}

function ListEditor({ label, value, onChange }: EditorProps<FactValue[]>) {
  const areNumbers = value.length > 0 && value.every((each) => typeof each === 'number');
  return (
    <TagsInput
      aria-label={label}
      value={value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))}
      onChange={(next) =>
        onChange(areNumbers ? next.map(Number).filter((each) => Number.isFinite(each)) : next)
      }
    />
  );
}

/** The parts of a value that has several: a range, the sides of a safe area. */
function GroupEditor({ value, measure, onChange }: EditorProps<{ [key: string]: FactValue }>) {
  const { say } = useWords();
  return (
    <div className={formStyles.parts}>
      {Object.entries(value).map(([key, part]) => (
        <div key={key} className={formStyles.part}>
          <span className={formStyles.fieldName}>{say(factStepName(key))}</span>
          <ValueEditor
            label={say(factStepName(key))}
            value={part}
            measure={measure}
            onChange={(next) => onChange({ ...value, [key]: next })}
          />
        </div>
      ))}
    </div>
  );
}

/** Edits a value in the form its kind asks for: a number with its unit, a range, a list, yes or no, a size. */
export function ValueEditor({ label, value, measure, onChange }: EditorProps<FactValue>) {
  const { t } = useWords();
  if (value === null || typeof value === 'number') {
    return (
      <MeasureInput
        label={label}
        value={value}
        measure={measure}
        onChange={(next) => onChange(next ?? (value === null ? null : 0))}
      />
    );
  }
  if (typeof value === 'boolean') {
    return (
      <SegmentedControl
        aria-label={label}
        value={value ? 'yes' : 'no'}
        data={[
          { value: 'yes', label: t('rules.yes') },
          { value: 'no', label: t('rules.no') },
        ]}
        onChange={(next) => onChange(next === 'yes')}
      />
    );
  }
  if (typeof value === 'string') {
    return (
      <TextInput
        aria-label={label}
        value={value}
        maxLength={2000}
        className={formStyles.grow ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (Array.isArray(value)) {
    const [width, height] = value;
    if (kindOfValue(value) === 'size' && typeof width === 'number' && typeof height === 'number') {
      return <PairEditor label={label} value={[width, height]} measure={measure} onChange={onChange} />;
    }
    return <ListEditor label={label} value={value} measure={measure} onChange={onChange} />;
  }
  return <GroupEditor label={label} value={value} measure={measure} onChange={onChange} />;
}
