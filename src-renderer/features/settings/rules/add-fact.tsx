import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type AddableFact, addableFacts } from '#shared/platforms/addable-facts.ts';
import type { PlatformFormat } from '#shared/platforms/rule-pack.ts';
import { FactEditor } from './fact-editor.tsx';
import { placeText } from './fact-text.ts';
import styles from './rules.module.css';

/** The head of a format, with the way to state a limit that the pack does not know: chosen from what the checks can use, set as any other. */
export function AddFact({
  platform,
  format,
  accountId,
  scopeName,
  children,
}: {
  platform: string;
  format: PlatformFormat;
  accountId: string | null;
  scopeName: string;
  /** What the head shows of the format. */
  children: ReactNode;
}) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<AddableFact | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const facts = addableFacts(format);
  const parts = [...Map.groupBy(facts, ({ path }) => path[0] ?? '')];
  return (
    <>
      <header className={styles.formatHead}>
        {children}
        {facts.length > 0 && (
          <Menu position="bottom-end" width={280} returnFocus={false}>
            <Menu.Target>
              <Button
                ref={button}
                variant="subtle"
                color="gray"
                size="compact-xs"
                className={styles.addFact ?? ''}
                leftSection={<IconPlus size={14} stroke={1.5} />}
              >
                {t('rules.add-fact')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={styles.addable ?? ''}>
              {parts.map(([part, list]) => (
                <div key={part} role="group" aria-label={placeText([part], words)}>
                  <Menu.Label>{placeText([part], words)}</Menu.Label>
                  {list.map((each) => (
                    <Menu.Item key={each.path.join('/')} onClick={() => setChosen(each)}>
                      {placeText(each.path.slice(1), words)}
                    </Menu.Item>
                  ))}
                </div>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </header>
      {chosen && (
        <div className={styles.newFact} key={chosen.path.join('/')}>
          <p className={styles.newFactName}>{placeText(chosen.path, words)}</p>
          <FactEditor
            place={{ platform, format: format.id, path: chosen.path, accountId }}
            fact={chosen.fact}
            before={undefined}
            scopeName={scopeName}
            onDone={() => {
              setChosen(null);
              button.current?.focus();
            }}
          />
        </div>
      )}
    </>
  );
}
