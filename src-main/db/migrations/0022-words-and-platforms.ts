import type { Migration } from '../migrate.ts';

/**
 * Accounts on targets, the end of a licence, things kept for posts (snippets, hashtag sets, accounts, themes, word
 * lists, rule changes …), kept states of posts, and what the last check of the plan found.
 */
export const wordsAndPlatforms: Migration = {
  version: 22,
  name: 'words-and-platforms',
  up: `
ALTER TABLE targets ADD COLUMN account_id TEXT;
ALTER TABLE assets ADD COLUMN licence_until TEXT;

CREATE TABLE kit (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  uses INTEGER NOT NULL,
  last_used_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;
CREATE INDEX kit_by_kind ON kit (kind, name, id);

CREATE TABLE post_revisions (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  title TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  length INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX post_revisions_by_post ON post_revisions (post_id, created_at DESC, id DESC);

CREATE TABLE plan_checks (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  result TEXT NOT NULL
) STRICT;
`,
};
