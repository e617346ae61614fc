import { Command, type CommanderError, Option } from 'commander';
import type { Bilingual } from '#shared/contract/failure.ts';
import type { Language, Manner, Run } from './context.ts';

/** What a command does with its parsed words; answers its exit code. */
export type Work = (run: Run, words: string[], options: Record<string, unknown>) => Promise<number>;

export interface Parsed {
  manner: Manner;
  work(run: Run): Promise<number>;
}

const frameWords: Record<string, Bilingual> = {
  'Usage:': { en: 'Usage:', zh: '用法：' },
  'Arguments:': { en: 'Arguments:', zh: '参数：' },
  'Options:': { en: 'Options:', zh: '选项：' },
  'Commands:': { en: 'Commands:', zh: '命令：' },
};

/** Builds commands whose words are in one language; remembers what the parsed line asks for. */
export interface Builder {
  language: Language;
  text(sentence: Bilingual): string;
  group(parent: Command, name: string, about: Bilingual): Command;
  /** `usage` as commander has it: `cut <in>`. */
  command(
    parent: Command,
    usage: string,
    about: Bilingual,
    options: readonly OptionLine[],
    work: Work,
  ): Command;
}

/** Flags, what they mean, and whether they must be there. */
export interface OptionLine {
  flags: string;
  about: Bilingual;
  required?: boolean;
  choices?: readonly string[];
}

let lastErrorText = '';

/** What commander last wanted on standard error: the help of a group that was called by itself. */
export function errorText(): string {
  return lastErrorText;
}

function speak(command: Command, language: Language): Command {
  return (
    command
      .helpOption('-h, --help', language === 'zh' ? '显示帮助' : 'show help')
      .helpCommand(false)
      .configureHelp({
        styleTitle: (title) => frameWords[title]?.[language] ?? title,
        optionDescription: ({ description, argChoices }) =>
          argChoices
            ? `${description}${language === 'zh' ? '：' : ': '}${argChoices.join(', ')}`
            : description,
      })
      // A group without its command prints its help as an error; other errors are told in our own words.
      .configureOutput({ writeErr: (text) => void (lastErrorText = text) })
      .exitOverride()
  );
}

export function createBuilder(language: Language, onParsed: (parsed: Parsed) => void): Builder {
  const text = (sentence: Bilingual): string => sentence[language];
  return {
    language,
    text,
    group: (parent, name, about) => {
      const group = speak(parent.command(name).description(text(about)), language);
      return group;
    },
    command(parent, usage, about, options, work) {
      const command = speak(parent.command(usage).description(text(about)), language);
      for (const line of options) {
        const option = new Option(line.flags, text(line.about));
        if (line.required) option.makeOptionMandatory();
        if (line.choices) option.choices(line.choices);
        command.addOption(option);
      }
      command
        .option(
          '--json',
          text({ en: 'one JSON document on standard output', zh: '在标准输出打印一个 JSON 文档' }),
        )
        .option('--quiet', text({ en: 'no progress', zh: '不显示进度' }))
        .addOption(
          new Option('--lang <language>', text({ en: 'language', zh: '语言' })).choices(['zh', 'en']),
        );
      command.action((...given: unknown[]) => {
        const values = command.opts<Record<string, unknown>>();
        onParsed({
          manner: { json: values['json'] === true, quiet: values['quiet'] === true, language },
          work: (run) =>
            work(run, given.slice(0, command.registeredArguments.length).flat() as string[], values),
        });
      });
      return command;
    },
  };
}

export function createRoot(language: Language, version: string): Command {
  return speak(new Command('galley'), language)
    .description(
      language === 'zh'
        ? 'Galley：离线内容工作室。窗口能对文件做的事，这里都能做。'
        : 'Galley, an offline content studio. Everything the window does to a file, this does too.',
    )
    .version(version, '-v, --version', language === 'zh' ? '显示版本' : 'show the version');
}

const errorWords: Record<string, (name: string) => Bilingual> = {
  'commander.unknownOption': (name) => ({
    en: `There is no option ${name} here; --help lists them.`,
    zh: `没有选项 ${name}；可用 --help 查看。`,
  }),
  'commander.unknownCommand': (name) => ({
    en: `There is no command ${name}; --help lists them.`,
    zh: `没有命令 ${name}；可用 --help 查看。`,
  }),
  'commander.missingArgument': (name) => ({
    en: `The ${name} is missing; --help shows the usage.`,
    zh: `缺少参数 ${name}；可用 --help 查看用法。`,
  }),
  'commander.optionMissingArgument': (name) => ({ en: `${name} needs a value.`, zh: `${name} 需要一个值。` }),
  'commander.missingMandatoryOptionValue': (name) => ({
    en: `${name} must be given.`,
    zh: `必须给出 ${name}。`,
  }),
  'commander.excessArguments': () => ({
    en: 'There are too many words; --help shows the usage.',
    zh: '参数过多；可用 --help 查看用法。',
  }),
};

/** A wrong command line in our own words, in both languages. */
export function describeUsageError(error: CommanderError): Bilingual {
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const known = errorWords[error.code];
  if (known) return known(name);
  const plain = error.message.replace(/^error: /, '');
  return { en: plain, zh: `参数有误：${plain}` };
}
