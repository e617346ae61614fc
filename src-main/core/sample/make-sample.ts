import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cancelled, type Bilingual } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { newId } from '#shared/domain/id.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Painter } from '#main/ports/painter.ts';
import { updateAsset } from '../assets/assets.ts';
import { type ClipContext, createClip } from '../clips/clips.ts';
import type { DesignContext } from '../designs/design-records.ts';
import { createDesign, saveDesign } from '../designs/designs.ts';
import { importFiles } from '../library/import-files.ts';
import type { IntakeTools } from '../library/intake.ts';
import { createPost } from '../posts/write-post.ts';
import { createWorkspace, openWorkspace, type WorkspaceContext } from '../workspace/workspaces.ts';
import { menuDesign, quoteDesign } from './designs.ts';
import { fillSampleKit } from './kit.ts';
import { fillSamplePlan, sampleCampaign } from './plan.ts';
import { type SampleMedia, type SamplePost, samplePosts } from './posts.ts';
import { beansScene, cupScene, hillsScene, seaScene } from './scenes.ts';
import { saved } from './shapes.ts';
import { chordWav } from './sound.ts';

export interface SampleParts {
  workspaces: WorkspaceContext;
  designs: DesignContext;
  clips: ClipContext;
  media: IntakeTools & { painter: Painter };
  uploads: string;
}

type Lang = 'zh' | 'en';
type PictureName = 'sea' | 'cup' | 'beans' | 'hills';

const names: Record<Lang, { workspace: string; film: string } & Record<PictureName, string>> = {
  zh: { workspace: '示例：纸船咖啡', film: '日出', sea: '海', cup: '拿铁', beans: '咖啡豆', hills: '山丘' },
  en: {
    workspace: 'Sample: Paper Boat',
    film: 'Sunrise',
    sea: 'Sea',
    cup: 'Latte',
    beans: 'Beans',
    hills: 'Hills',
  },
};

/** The pictures, the clip and its chord are ours. */
const rights: Record<Lang, { source: string; licence: string }> = {
  zh: { source: '由 Galley 绘制', licence: 'MIT' },
  en: { source: 'Painted by Galley', licence: 'MIT' },
};

/** The sample clip: seconds and frames per second. */
const film = { seconds: 4, fps: 24, width: 540, height: 960 };

async function paintTo(
  painter: Painter,
  body: DesignBody,
  out: string,
  type: 'png' | 'jpeg',
  signal: AbortSignal,
): Promise<void> {
  const pageId = pagesInOrder(body)[0]?.id ?? 'page-1';
  await painter.paintToFile({ body, pageId, scale: 1, assetFile: () => null, type, out, signal });
}

/** Paints the pictures and the film into a folder; answers their paths. */
async function paintMedia(
  parts: SampleParts,
  lang: Lang,
  folder: string,
  job: JobContext,
): Promise<Record<PictureName | 'film', string>> {
  const { painter, clips } = parts.media;
  const label = names[lang];
  const pictures: Record<PictureName, DesignBody> = {
    sea: seaScene(2160, 1440, 0.45),
    cup: cupScene(1620, 2160),
    beans: beansScene(1800, 1800),
    hills: hillsScene(1440, 2560),
  };
  const frames = Array.from({ length: film.seconds * film.fps }, (_, index) => index);
  const total = frames.length + 8;
  let done = 0;
  const stage: Bilingual = { en: 'Painting pictures and a clip', zh: '绘制图片与视频' };
  const count = (): void => {
    done += 1;
    job.progress(done, total, stage);
  };
  const paths = {} as Record<PictureName | 'film', string>;
  const entries = Object.entries(pictures) as [PictureName, DesignBody][];
  await Promise.all(
    entries.map(async ([name, body]) => {
      paths[name] = join(folder, `${label[name]}.jpg`);
      await paintTo(painter, body, paths[name], 'jpeg', job.signal);
      count();
    }),
  );
  const frameFolder = join(folder, 'frames');
  await mkdir(frameFolder);
  await Promise.all(
    frames.map(async (index) => {
      const name = `frame-${String(index + 1).padStart(4, '0')}.png`;
      await paintTo(
        painter,
        seaScene(film.width, film.height, index / frames.length),
        join(frameFolder, name),
        'png',
        job.signal,
      );
      count();
    }),
  );
  await writeFile(join(frameFolder, 'sound.wav'), chordWav(film.seconds));
  paths.film = join(folder, `${label.film}.mp4`);
  await clips.assemble(
    { folder: frameFolder, sound: 'sound.wav', fps: film.fps, seconds: film.seconds, out: paths.film },
    { signal: job.signal },
  );
  return paths;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The wall date `days` from `today` in this machine's zone. */
function wallDate(today: Date, days: number): string {
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

function addPost(
  parts: SampleParts,
  post: SamplePost,
  lang: Lang,
  media: SampleMedia,
  zone: string,
  accounts: ReadonlyMap<string, string>,
): void {
  const attachments = post.media.map((name) => ({
    id: newId(),
    kind:
      name === 'quote' || name === 'menu'
        ? ('design' as const)
        : name === 'film'
          ? ('clip' as const)
          : ('asset' as const),
    refId: media[name],
    alt: post.alt[lang],
    crop: null,
    trim: null,
    coverAt: null,
  }));
  createPost(parts.workspaces, {
    change: {
      title: post.title[lang],
      body: post.body[lang],
      hashtags: post.hashtags[lang],
      link: post.link ?? '',
      status: post.status,
      pillar: post.pillar[lang],
      campaign: post.inCampaign ? sampleCampaign[lang] : '',
      attachments,
      targets: post.formats.map((format) => ({
        format,
        accountId: accounts.get(format.split('/', 1)[0] ?? '') ?? null,
        overrides: {},
      })),
    },
    schedule: post.when
      ? { local: `${wallDate(parts.workspaces.clock.now(), post.when.day)}T${post.when.time}`, zone }
      : null,
  });
}

/** Fills the open workspace with the invented brand's library, designs, clip and month. */
async function fill(
  parts: SampleParts,
  lang: Lang,
  paths: Record<PictureName | 'film', string>,
  job: JobContext,
): Promise<void> {
  const order: (PictureName | 'film')[] = ['sea', 'cup', 'beans', 'hills', 'film'];
  const { imported } = await importFiles(
    parts.workspaces,
    parts.media,
    parts.uploads,
    {
      sources: order.map((name) => ({ kind: 'path', path: paths[name] })),
      tags: [lang === 'zh' ? '示例' : 'sample'],
    },
    { ...job, progress: () => {} },
  );
  const idOf = (name: PictureName | 'film'): string => {
    const asset = imported.find((item) => item.name.startsWith(names[lang][name]));
    if (!asset) throw new Error(`the sample's ${name} was not imported`);
    return asset.id;
  };
  const makeDesign = async (name: string, body: DesignBody): Promise<string> => {
    const design = await createDesign(parts.designs, { name, width: body.width, height: body.height });
    saveDesign(parts.designs, { id: design.id, revision: design.revision, document: saved(body) });
    return design.id;
  };
  const media: SampleMedia = {
    sea: idOf('sea'),
    cup: idOf('cup'),
    beans: idOf('beans'),
    hills: idOf('hills'),
    quote: await makeDesign(lang === 'zh' ? '清晨 金句' : 'Morning quote', quoteDesign(lang, idOf('sea'))),
    menu: await makeDesign(
      lang === 'zh' ? '远航拼配 海报' : 'Far Voyage poster',
      menuDesign(lang, idOf('beans')),
    ),
    film: createClip(parts.clips, { assetId: idOf('film'), name: names[lang].film }).id,
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const { id } of imported) updateAsset(parts.workspaces, { id, ...rights[lang] });
  const accounts = fillSampleKit(parts.workspaces, lang);
  const day = (days: number): string => wallDate(parts.workspaces.clock.now(), days);
  fillSamplePlan(parts.workspaces, lang, { zone, day, accounts });
  for (const post of samplePosts) addPost(parts, post, lang, media, zone, accounts);
}

/** Makes the sample workspace and opens it; the one that was made before is opened again. */
export async function makeSample(
  parts: SampleParts,
  lang: Lang,
  job: JobContext,
): Promise<CallOutput<'workspace.openSample'>> {
  const { workspaces } = parts;
  const earlier = workspaces.recent
    .list()
    .find((recent) => recent.exists && recent.name === names[lang].workspace);
  if (earlier) return openWorkspace(workspaces, earlier.path);
  const folder = await mkdtemp(join(tmpdir(), 'galley-sample-'));
  try {
    const paths = await paintMedia(parts, lang, folder, job);
    if (job.signal.aborted) throw cancelled();
    const former = workspaces.holder.peek()?.paths.root ?? null;
    const made = createWorkspace(workspaces, { name: names[lang].workspace, isSample: true });
    try {
      await fill(parts, lang, paths, job);
    } catch (error) {
      workspaces.holder.replace(null);
      workspaces.recent.forget(made.path);
      await rm(made.path, { recursive: true, force: true });
      if (former) openWorkspace(workspaces, former);
      throw error;
    }
    return workspaces.holder.current().workspace();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
