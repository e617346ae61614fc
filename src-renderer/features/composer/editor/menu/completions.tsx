import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { IconAt, IconHash, IconTextPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import type { Emoji } from '#renderer/ui/emoji/emoji-data.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { emojiFamily } from '#shared/design/fonts.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { editorTools } from '../editor-actions.ts';
import type { EditorPort } from '../editor-port.ts';
import { insertMarkdown } from '../snippets/insert-markdown.ts';
import { SnippetDialog } from '../snippets/snippet-dialog.tsx';
import { filled, namesToAsk, type SnippetFacts } from '../snippets/variables.ts';
import { blockChoices } from './block-choices.ts';
import type { Choice } from './choice.ts';
import type { TriggerSign } from './trigger.ts';
import { TypingMenu } from './typing-menu.tsx';
import { type UsedWords, usedWords } from './used-words.ts';

const nothingUsed: UsedWords = { tags: [], handles: [] };
const snippetWords = { en: 'snippet', zh: '片段' };
const noChoices: readonly Choice[] = [];
type FindEmoji = (query: string) => readonly Emoji[];

/** What `/`, `:`, `@` and `#` offer, and the snippet that is being filled in. */
export function Completions({
  port,
  facts,
}: {
  port: EditorPort;
  /** Title and link of the post, for snippets. */
  facts(): { title: string; link: string };
}) {
  const [editor] = useLexicalComposerContext();
  const { t, locale, language } = useWords();
  const snippets = useKit('snippet') ?? [];
  const [asking, setAsking] = useState<KitItem<'snippet'> | null>(null);
  const [used, setUsed] = useState<UsedWords>(nothingUsed);
  const [findEmoji, setFindEmoji] = useState<{ find: FindEmoji } | null>(null);
  const emojiChoices = useRef<{ query: string; choices: readonly Choice[] }>({
    query: '',
    choices: noChoices,
  });

  const known = (): SnippetFacts => ({
    ...facts(),
    today: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date()),
  });
  const insert = (snippet: KitItem<'snippet'>, text: string): void => {
    insertMarkdown(editor, text);
    editor.focus();
    call('kit.used', { id: snippet.id }).catch(notifyFailure);
  };
  const blocks = useMemo(() => blockChoices(editorTools(port), port, t), [port, t]);
  const slash: Choice[] = [
    ...blocks,
    ...snippets.map((snippet) => ({
      id: snippet.id,
      label: snippet.name,
      hint: snippet.body.shortcut === '' ? snippet.body.text.slice(0, 40) : `/${snippet.body.shortcut}`,
      icon: IconTextPlus,
      group: t('editor.groupSnippets'),
      search: `${snippetWords.en} ${snippetWords.zh} ${snippet.body.shortcut} ${snippet.body.text.slice(0, 80)}`,
      run: () => {
        if (namesToAsk(snippet.body.text).length > 0) setAsking(snippet);
        else insert(snippet, filled(snippet.body.text, new Map(), known()));
      },
    })),
  ];
  const tags = useMemo(
    () =>
      used.tags.map((tag): Choice => ({ id: tag, label: tag, icon: IconHash, group: '', text: `#${tag} ` })),
    [used],
  );
  const handles = useMemo(
    () =>
      used.handles.map(
        (name): Choice => ({ id: name, label: name, icon: IconAt, group: '', text: `@${name} ` }),
      ),
    [used],
  );
  const emoji = (query: string): readonly Choice[] => {
    if (!findEmoji) return noChoices;
    if (emojiChoices.current.query !== query) {
      const found = findEmoji.find(query).slice(0, 12);
      const choices = found.map(
        ({ unicode, names }): Choice => ({
          id: unicode,
          label: names[language],
          mark: unicode,
          group: '',
          search: query,
          text: unicode,
        }),
      );
      emojiChoices.current = { query, choices };
    }
    return emojiChoices.current.choices;
  };
  const choicesOf = (sign: TriggerSign, query: string): readonly Choice[] =>
    ({ '/': () => slash, ':': () => emoji(query), '@': () => handles, '#': () => tags })[sign]();
  const onSign = (sign: TriggerSign | null): void => {
    if (sign === '@' || sign === '#') void usedWords().then(setUsed);
    if (sign === ':' && !findEmoji) {
      void loadFamilies([emojiFamily]).catch(notifyFailure);
      void import('#renderer/ui/emoji/emoji-data.ts').then((data) =>
        setFindEmoji({ find: data.searchEmojis }),
      );
    }
  };
  return (
    <>
      <TypingMenu choicesOf={choicesOf} onSign={onSign} />
      {asking && (
        <SnippetDialog
          snippet={asking}
          facts={known()}
          onClose={() => {
            setAsking(null);
            editor.focus();
          }}
          onInsert={(text) => {
            setAsking(null);
            insert(asking, text);
          }}
        />
      )}
    </>
  );
}
