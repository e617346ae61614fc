import { Button, Checkbox, Popover, Textarea } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Disclosure } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './inspector.module.css';

/** What readers must be told about the post, and where its facts come from. */
export const DisclosureControl = memo(function DisclosureControl({
  session,
  disclosure,
  sources,
}: {
  session: PostSession;
  disclosure: Disclosure;
  sources: string;
}) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const notes = sources.split('\n').filter((line) => line.trim() !== '').length;
  const said = [
    disclosure.advertising ? t('adapt.saidAdvertising') : '',
    disclosure.synthetic ? t('adapt.saidSynthetic') : '',
    notes > 0 ? t('adapt.saidSources', { count: notes }) : '',
  ].filter((word) => word !== '');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<IconRubberStamp size={16} stroke={1.5} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes['when']}>
            {said.length > 0 ? said.join(' · ') : t('adapt.disclosure')}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['schedule'] ?? ''} aria-label={t('adapt.disclosure')}>
        <Checkbox
          size="xs"
          label={t('adapt.advertising')}
          description={t('adapt.advertisingHint')}
          checked={disclosure.advertising}
          onChange={(event) =>
            session.change({ disclosure: { ...disclosure, advertising: event.currentTarget.checked } })
          }
        />
        <Checkbox
          size="xs"
          label={t('adapt.synthetic')}
          description={t('adapt.syntheticHint')}
          checked={disclosure.synthetic}
          onChange={(event) =>
            session.change({ disclosure: { ...disclosure, synthetic: event.currentTarget.checked } })
          }
        />
        <Textarea
          label={t('adapt.sources')}
          description={t('adapt.sourcesHint')}
          autosize
          minRows={2}
          maxRows={8}
          value={sources}
          onChange={(event) => session.change({ sources: event.currentTarget.value })}
        />
      </Popover.Dropdown>
    </Popover>
  );
});
