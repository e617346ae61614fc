import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Finding } from '#shared/platforms/finding.ts';
import { countText } from '#shared/platforms/count-text.ts';
import { findPlatform } from '#shared/platforms/format-name.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { exitCodes, type Run, wrongArguments } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { columns, namesOf, requiredText, textOf } from '../values.ts';

/** The shipped rules, or those of the workspace that is named. */
async function rulesOf(run: Run, options: Record<string, unknown>): Promise<RulePack> {
  const workspace = textOf(options, 'workspace');
  if (workspace !== undefined) await run.openWorkspace(resolve(workspace));
  return run.query('platforms.pack', {});
}

const ownRules: OptionLine = {
  flags: '--workspace <dir>',
  about: { en: 'with the rules of this workspace', zh: '采用此工作区的规则' },
};

async function listPlatforms(run: Run, options: Record<string, unknown>): Promise<number> {
  const pack = await rulesOf(run, options);
  const wanted = textOf(options, 'platform');
  const chosen = wanted === undefined ? offeredPlatforms(pack) : [findPlatform(pack, wanted)];
  const platforms = chosen.map((platform) => ({
    id: platform.id,
    name: platform.name,
    formats: platform.formats.map((format) => {
      const { kind, text, image, video, cover, safeZone } = formatProfile(
        pack,
        `${platform.id}/${format.id}`,
      );
      return { id: format.id, name: format.name, kind, text, image, video, cover, safeZone };
    }),
  }));
  run.answer({ platforms }, () =>
    columns(
      platforms.flatMap((platform) =>
        platform.formats.map((format) => {
          const size = (format.video ?? format.image ?? format.cover)?.primary.value;
          const limit = format.text.fields.map((field) =>
            field.max ? `${field.id} ${field.max.value} ${field.unit}` : field.id,
          );
          return [
            `${platform.id}/${format.id}`,
            run.say(platform.name),
            run.say(format.name),
            size ? `${size.width}×${size.height}` : '–',
            limit.join(', '),
          ];
        }),
      ),
    ),
  );
  return exitCodes.done;
}

async function countWords(run: Run, options: Record<string, unknown>): Promise<number> {
  const file = textOf(options, 'file');
  const given = textOf(options, 'text');
  if ((file === undefined) === (given === undefined)) {
    throw wrongArguments('Give either --text or --file.', '请给出 --text 或 --file 之一。');
  }
  const text = given ?? (await readFile(file ?? '', 'utf8'));
  const pack = await rulesOf(run, options);
  const counted = countText(pack, {
    platform: requiredText(options, 'platform'),
    format: textOf(options, 'format'),
    field: textOf(options, 'field'),
    text,
  });
  run.answer(counted, () => {
    const limit = counted.limit === null ? '' : ` / ${counted.limit}`;
    const about = counted.approximate ? (run.manner.language === 'zh' ? '（约）' : ' (approximate)') : '';
    const over =
      counted.overflowAt === null
        ? ''
        : `\n${run.say({ en: 'over the limit from', zh: '自此处超出' })}: “${text.slice(counted.overflowAt, counted.overflowAt + 20)}”`;
    return [
      `${counted.platform}/${counted.format} ${counted.field}: ${counted.count}${limit} ${counted.unit}${about}${over}`,
    ];
  });
  return exitCodes.done;
}

/** Findings for people, one a line. */
export function findingLines(run: Run, findings: readonly Finding[]): string[] {
  const marks = { error: '✗', warning: '!', note: '·' };
  return findings.map((finding) => `  ${marks[finding.severity]} ${run.say(finding.message)}`);
}

async function checkFile(run: Run, post: string, options: Record<string, unknown>): Promise<number> {
  const result = await run.query('files.check', { post, formats: namesOf(options, 'to') });
  run.answer(result, () =>
    result.targets.flatMap((target) => [
      `${target.ok ? '✓' : '✗'} ${target.format}`,
      ...findingLines(run, target.findings),
    ]),
  );
  return result.ok ? exitCodes.done : exitCodes.foundErrors;
}

async function diagnose(run: Run, options: Record<string, unknown>): Promise<number> {
  const workspace = textOf(options, 'workspace');
  if (workspace !== undefined) await run.openWorkspace(workspace);
  const { ok, checks } = await run.query('system.doctor', {});
  const shown = checks.map((check) => ({ ...check, detail: run.say(check.detail) }));
  run.answer({ ok, checks: shown }, () =>
    columns(shown.map((check) => [check.ok ? '✓' : '✗', check.name, check.detail])),
  );
  return ok ? exitCodes.done : exitCodes.foundErrors;
}

export function addRuleCommands(root: Command, builder: Builder): void {
  builder.command(
    root,
    'doctor',
    { en: 'what is present, what is missing, what to do', zh: '检查环境：有什么、缺什么、怎么办' },
    [{ flags: '--workspace <dir>', about: { en: 'also look at a workspace', zh: '同时检查某个工作区' } }],
    (run, _, options) => diagnose(run, options),
  );
  builder.command(
    root,
    'platforms',
    { en: 'the rules of all platforms', zh: '所有平台的发布规则' },
    [{ flags: '--platform <id>', about: { en: 'only this one', zh: '仅此平台' } }, ownRules],
    (run, _, options) => listPlatforms(run, options),
  );
  builder.command(
    root,
    'count',
    { en: 'count text in a platform’s own unit', zh: '按平台自己的单位计数' },
    [
      { flags: '--platform <id>', about: { en: 'platform', zh: '平台' }, required: true },
      { flags: '--format <id>', about: { en: 'format of the platform', zh: '平台的格式' } },
      { flags: '--field <id>', about: { en: 'field: title, body …', zh: '字段：title、body……' } },
      { flags: '--text <text>', about: { en: 'the text', zh: '文本' } },
      { flags: '--file <path>', about: { en: 'a text file', zh: '文本文件' } },
      ownRules,
    ],
    (run, _, options) => countWords(run, options),
  );
  builder.command(
    root,
    'check <post>',
    { en: 'pre-flight of a post file', zh: '发布前检查帖子文件' },
    [
      {
        flags: '--to <formats>',
        about: { en: 'platform/format, several with commas', zh: '平台/格式，多个用逗号分隔' },
        required: true,
      },
    ],
    (run, [post = ''], options) => checkFile(run, post, options),
  );
}
