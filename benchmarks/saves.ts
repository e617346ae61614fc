import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Post } from '#shared/domain/post.ts';
import { inFolder, studioIn } from './ground.ts';
import { compare, type Measurement, timed } from './measure.ts';

const pairs = 10;
const savesPerPair = 100;

/** The text of a save: about what a post has while it is written. */
const textOf = (save: number): string =>
  `Draft ${save}. ${'秋天的窗边，一杯手冲咖啡。A quiet morning. '.repeat(12)}`;

/** A table with one row that is written in one durable, immediate transaction at a time. */
function bareDatabase(path: string): (text: string) => void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE posts (id INTEGER PRIMARY KEY, revision INTEGER, document TEXT)');
  database.exec("INSERT INTO posts VALUES (1, 1, '')");
  const write = database.prepare('UPDATE posts SET revision = revision + 1, document = ? WHERE id = 1');
  return database.transaction((text: string) => void write.run(text)).immediate;
}

/** 1,000 saves through `posts.save` against as many bare durable transactions, in turns of 100. */
export const saves: Measurement = {
  name: 'saves',
  measure: (say) =>
    inFolder(async (folder) => {
      const studio = await studioIn(folder);
      await studio.call('workspace.create', { path: join(folder, 'Bench'), name: 'Bench' });
      const targets = ['x/post', 'weibo/post', 'instagram/portrait'].map((format) => ({ format }));
      let post: Post = await studio.call('posts.create', { change: { title: 'Bench', targets } });
      const bareSave = bareDatabase(join(folder, 'bare.db'));
      const ours = () =>
        timed(async () => {
          for (let save = 0; save < savesPerPair; save += 1) {
            const { id, revision } = post;
            post = await studio.call('posts.save', { id, revision, change: { body: textOf(save) } });
          }
        });
      const peer = () =>
        timed(async () => {
          for (let save = 0; save < savesPerPair; save += 1) bareSave(JSON.stringify({ body: textOf(save) }));
        });
      try {
        return [
          await compare(
            { name: '100 saves (of 1,000)', target: null, pairs, ours, peer, inProcess: true },
            say,
          ),
        ];
      } finally {
        await studio.close();
      }
    }),
};
