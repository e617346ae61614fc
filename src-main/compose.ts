import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { blankDesign, describeDesign, inSize } from '#shared/design/blank.ts';
import { designFormat } from '#shared/design/document.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { describeClip, wholeClip } from '#shared/clip/document.ts';
import { createArticleHandlers } from './api/articles.ts';
import { createAssetHandlers } from './api/assets.ts';
import { createCampaignHandlers } from './api/campaigns.ts';
import { createCaptionHandlers } from './api/captions.ts';
import { type CheckParts, createCheckHandlers, watchRules } from './api/checks.ts';
import { createClipAnalysisHandlers } from './api/clip-analysis.ts';
import { createClipMediaHandlers } from './api/clip-media.ts';
import { createClipFrameHandlers } from './api/clip-frames.ts';
import { createClipHandlers } from './api/clips.ts';
import { createClipPartHandlers } from './api/clip-parts.ts';
import { createDateHandlers } from './api/dates.ts';
import { createDesignImageHandlers } from './api/design-images.ts';
import { createDesignMediaHandlers } from './api/design-media.ts';
import { createDesignWorkHandlers } from './api/design-work.ts';
import { createDesignHandlers } from './api/designs.ts';
import { createDispatch } from './api/dispatch.ts';
import { createFileHandlers } from './api/files.ts';
import type { Handlers } from './api/handlers.ts';
import { createHandoffHandlers } from './api/handoff.ts';
import { createInsightHandlers } from './api/insight.ts';
import { createKitHandlers } from './api/kit.ts';
import { createLibraryHandlers } from './api/library.ts';
import { createLutHandlers } from './api/luts.ts';
import { createPlanHandlers } from './api/plan.ts';
import { createPlanFileHandlers } from './api/plan-files.ts';
import { createPostHandlers } from './api/posts.ts';
import { createReminderHandlers } from './api/reminders.ts';
import { createRenderHandlers } from './api/renders.ts';
import { createReviewHandlers } from './api/review.ts';
import { createSampleHandlers } from './api/sample.ts';
import { createSettingsHandlers } from './api/settings.ts';
import { createJobHandlers, createSystemHandlers, systemLanguage } from './api/system.ts';
import { createTeamHandlers } from './api/team.ts';
import { createTimingHandlers, keepSeriesGoing } from './api/timing.ts';
import { createWorkspaceHandlers } from './api/workspace.ts';
import { createContentRules } from './core/checks/content-rules.ts';
import { loadWordLists } from './core/checks/load-lists.ts';
import type { DesignContext } from './core/designs/design-records.ts';
import { requireTemplate } from './core/designs/own-templates.ts';
import { brandLook } from './core/brand/brand-look.ts';
import { importFiles } from './core/library/import-files.ts';
import { receiveUpload, removeForgottenUploads } from './core/library/receive-upload.ts';
import { loadRulePack } from './core/load-pack.ts';
import { createMediaRoute, createOfferedFiles } from './core/media-route.ts';
import { ownFontFile } from './core/fonts/fonts.ts';
import { keptPicture } from './core/painting/kept-picture.ts';
import { requireKeptVersion } from './core/designs/versions.ts';
import { createPictures } from './core/pictures.ts';
import { pagePicture } from './core/painting/page-picture.ts';
import { designPicture } from './core/painting/paint-design.ts';
import { createTemplates } from './core/painting/templates.ts';
import { watchReminders } from './core/reminders/reminder-clock.ts';
import { createRenderQueue } from './core/renders/queue.ts';
import { createWorkspacePack } from './core/rules/workspace-pack.ts';
import { guardSave, guardStatus } from './core/team/guard-post.ts';
import type { TeamContext } from './core/team/team.ts';
import { watchCommand } from './core/team/watch-commands.ts';
import { watchLooks } from './core/team/watch-looks.ts';
import {
  createMemberChoiceStore,
  createPostizStore,
  createRecentStore,
  createSettingsStore,
} from './db/user-files.ts';
import { createWorkspaceStore } from './db/workspace-store.ts';
import { studioExaminations, versionOf } from './examinations.ts';
import { createEventHub } from './jobs/event-hub.ts';
import { createJobJournal } from './jobs/journal.ts';
import { createJobQueue } from './jobs/queue.ts';
import { createIcsReader } from './media/calendars/ics-reader.ts';
import { readPlanEvents } from './media/calendars/plan-events.ts';
import { writeAtomically } from './media/files/atomic.ts';
import { copyHashed } from './media/files/hashed-copy.ts';
import { zipFolder } from './media/files/zip.ts';
import { createFontReader } from './media/fonts/reader.ts';
import { identifyFile } from './media/identify/identify-file.ts';
import { hashPicture } from './media/images/difference-hash.ts';
import { createImageEngine } from './media/images/engine.ts';
import type { StartPainterProcess } from './media/painter/child-process.ts';
import { fontFiles } from './media/painter/font-files.ts';
import { reportGlyphs } from './media/painter/glyph-report.ts';
import { createPainter } from './media/painter/painter.ts';
import { decodeText } from './media/tables/decode-text.ts';
import { createTableReader } from './media/tables/reader.ts';
import { writeWorkbook } from './media/tables/workbook-writer.ts';
import { createLazyClipEngine } from './media/video/lazy-engine.ts';
import { askWeb } from './media/web/web-client.ts';
import type { Host, Paths } from './ports/host.ts';
import type { Studio } from './ports/studio.ts';
import { createWorkspaceHolder, type RecordContext } from './ports/workspace.ts';

export interface StudioOptions {
  host: Host;
  paths: Paths;
  log: (line: string) => void;
  /** How painter processes start; Electron passes one over utilityProcess. */
  startPainter?: StartPainterProcess;
}

/** The painter's entry beside a bundle; from source the painter finds its own. */
function bundledPainter(): { entry?: string } {
  const entry = join(import.meta.dirname, 'painter-child.js').replace(
    /\bapp\.asar(?=[/\\])/,
    'app.asar.unpacked',
  );
  return existsSync(entry) ? { entry } : {};
}

/** Builds the whole studio; the one place where ports meet their parts. */
export async function createStudio(options: StudioOptions): Promise<Studio> {
  const { host, paths, log } = options;
  const clock = { now: () => new Date() };
  const events = createEventHub();
  const jobs = createJobQueue(events, log, createJobJournal(join(paths.settings, 'running-jobs')));
  const holder = createWorkspaceHolder();
  const records: RecordContext = { holder, events, clock };
  const team: TeamContext = {
    ...records,
    choice: createMemberChoiceStore(paths),
    trusted: host.kind === 'cli',
  };
  const settings = createSettingsStore(paths);
  const workspaces = {
    ...records,
    store: createWorkspaceStore(paths, clock),
    recent: createRecentStore(paths, clock),
  };

  const toolPlaces = () => ({
    setting: settings.read().ffmpegPath || undefined,
    packaged: join(paths.root, 'ffmpeg'),
    cache: join(paths.settings, 'tools'),
  });
  const images = createImageEngine();
  const clips = createLazyClipEngine(toolPlaces);
  const painter = createPainter({
    projectRoot: paths.root,
    ...bundledPainter(),
    ...(options.startPainter ? { fork: options.startPainter } : {}),
  });
  const files = { copyHashed, writeAtomically };
  const media = { identify: identifyFile, images, clips, painter, files };
  const pictures = createPictures(images);
  const offered = createOfferedFiles();
  const templates = createTemplates(
    join(paths.resources, 'templates'),
    join(paths.settings, 'templates'),
    painter,
  );

  let loadedPack: Promise<RulePack> | null = null;
  const pack = createWorkspacePack(holder, () => {
    loadedPack ??= loadRulePack(join(paths.resources, 'platforms'));
    return loadedPack;
  });
  const contentRules = createContentRules(() => loadWordLists(join(paths.resources, 'word-lists')));
  const checks: CheckParts = { context: records, rules: contentRules, pictures, pack };
  const language = (): 'en' | 'zh' => {
    const chosen = settings.read().language;
    return chosen === 'system' ? systemLanguage() : chosen;
  };
  const tables = createTableReader();
  const fonts = new Map<string, string>();
  const fontFile = (id: string): string | null => {
    if (fonts.size === 0) for (const face of fontFiles(paths.root)) fonts.set(face.id, face.path);
    return fonts.get(id) ?? null;
  };

  const designContext: DesignContext = {
    ...records,
    describeDesign,
    blankDesign,
    templateDocument: async (id, size, wanted) => {
      const document = (await templates.has(id))
        ? await templates.document(id, wanted ?? language())
        : requireTemplate(holder.current().repositories, id).document;
      if (!size) return document;
      const session = holder.peek();
      await painter.prepareLayout(
        readDocument(designFormat, document).body,
        session ? brandLook(session) : {},
      );
      return inSize(document, size);
    },
  };
  const clipContext = {
    ...records,
    describeEdit: describeClip,
    blankEdit: (asset: { id: string; duration: number }) => wholeClip(asset.id, asset.duration),
  };
  const renderQueue = createRenderQueue({
    context: records,
    jobs,
    tools: media,
    pictures,
    pack,
    addToLibrary: (path, job) =>
      importFiles(records, media, paths.uploads, { sources: [{ kind: 'path', path }], tags: [] }, job),
    resumes: host.kind !== 'cli',
  });
  const examinations = studioExaminations({ root: paths.root, toolPlaces, painter, holder });

  const handlers: Handlers = {
    ...createWorkspaceHandlers(workspaces),
    ...createArticleHandlers({ holder, painter, pictures, offered }),
    ...createAssetHandlers(records),
    ...createLibraryHandlers(host, records, media, paths.uploads),
    ...createPostHandlers(records, (before, next) => guardSave(team, before, next)),
    ...createTimingHandlers(records),
    ...createCampaignHandlers(records),
    ...createPlanHandlers(records, (post, to) => guardStatus(team, post, to)),
    ...createTeamHandlers(team),
    ...createPlanFileHandlers(
      host,
      records,
      {
        tables,
        files: { events: readPlanEvents, workbook: writeWorkbook, decode: decodeText },
        uploads: paths.uploads,
        store: files,
        painter,
        offered,
        zip: zipFolder,
      },
      pack,
      (before, next) => guardSave(team, before, next),
    ),
    ...createKitHandlers(records),
    ...createInsightHandlers(host, records, {
      pack,
      hash: hashPicture,
      tables,
      uploads: paths.uploads,
      hours: join(paths.resources, 'best-hours.json'),
    }),
    ...createDateHandlers(
      host,
      records,
      {
        reader: createIcsReader(),
        decode: (bytes) => decodeText(bytes)?.text ?? null,
        uploads: paths.uploads,
      },
      join(paths.resources, 'dates', 'holidays'),
    ),
    ...createDesignHandlers(designContext),
    ...createDesignMediaHandlers({
      holder,
      painter,
      pictures,
      offered,
      zip: zipFolder,
      pack,
      glyphs: (pieces, own) =>
        reportGlyphs(pieces, [
          ...fontFiles(paths.root),
          ...own.map((font) => ({ ...font, id: font.family, style: 'normal', package: '', file: font.path })),
        ]),
    }),
    ...createDesignWorkHandlers({
      host,
      context: designContext,
      templates,
      language,
      fonts: { fonts: createFontReader(), files },
      tables,
      uploads: paths.uploads,
      pack,
    }),
    ...createDesignImageHandlers(records, media),
    ...createClipHandlers(clipContext),
    ...createClipPartHandlers(records, { ...media, holder, offered }, paths.uploads),
    ...createCaptionHandlers({ host, context: records, files, offered, uploads: paths.uploads }),
    ...createRenderHandlers({ host, context: records, queue: renderQueue, pictures, offered, pack }),
    ...createReminderHandlers({ ...records, settings }),
    ...createReviewHandlers(records, { tools: media, pictures, offered, pack, resources: paths.resources }),
    ...createClipFrameHandlers({ ...media, holder, pictures, offered }, pack),
    ...createLutHandlers(host, records, files, paths.uploads),
    ...createClipAnalysisHandlers({ ...media, holder, offered }),
    ...createClipMediaHandlers(records, { ...media, holder, offered }, paths.uploads),
    ...createHandoffHandlers({
      holder,
      tools: media,
      offered,
      pictures,
      zip: zipFolder,
      clock,
      web: askWeb,
      postiz: createPostizStore(paths),
      pack,
    }),
    ...createCheckHandlers(checks),
    ...createFileHandlers(host, { ...media, tables }, { pack, content: () => contentRules.shipped() }),
    ...createSettingsHandlers({ settings, events }),
    ...createSystemHandlers({ host, version: versionOf(paths.root), examinations }),
    ...createJobHandlers(jobs),
    ...createSampleHandlers({
      workspaces,
      designs: designContext,
      clips: clipContext,
      media,
      uploads: paths.uploads,
    }),
  };
  const { dispatch, call } = createDispatch(handlers, jobs, log, (name, input) =>
    watchCommand(team, name, input),
  );
  await removeForgottenUploads(paths.uploads, clock.now());
  const stopLooking = watchLooks(team);
  const stopWatching = host.kind === 'cli' ? () => {} : watchRules(checks, log);
  const stopReminders = host.kind === 'cli' ? () => {} : watchReminders({ ...records, settings }, log);
  const stopSeries = host.kind === 'cli' ? () => {} : keepSeriesGoing(records, log);

  return {
    dispatch,
    call,
    events,
    jobs,
    media: createMediaRoute({
      holder,
      images,
      pictures,
      clips,
      offered,
      designPicture: (session, id, page) => designPicture(painter, pictures, session, { id, page }),
      pagePicture: (session, wanted) => pagePicture(painter, pictures, session, wanted),
      templatePicture: async (id, wanted) =>
        (await templates.has(id))
          ? templates.picture(id, wanted === 'en' || wanted === 'zh' ? wanted : language())
          : keptPicture(painter, pictures, holder.current(), {
              folder: 'templates',
              id,
              document: requireTemplate(holder.current().repositories, id).document,
            }),
      versionPicture: (session, id) =>
        keptPicture(painter, pictures, session, {
          folder: 'versions',
          id,
          document: requireKeptVersion(session.repositories, id).document,
        }),
      fontFile: (id) => {
        const bundled = fontFile(id);
        return bundled ? { file: bundled, type: 'font/ttf' } : ownFontFile(holder.peek(), id);
      },
    }),
    receiveUpload: (name, stream, signal) => receiveUpload(paths.uploads, name, stream, signal),
    async close() {
      stopLooking();
      stopWatching();
      stopReminders();
      stopSeries();
      renderQueue.close();
      await jobs.close();
      painter.close();
      holder.replace(null);
    },
  };
}
