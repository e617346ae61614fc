import type { Migration } from '../migrate.ts';

/**
 * The clip studio: clips without a recording of their own (made of words, colours, designs), their undo, the queue of
 * renders with the edit as it was when each was asked for, and look-up tables of colours.
 * SQLite cannot take NOT NULL off a column, so `clips` is made anew; nothing refers to it by foreign key before this.
 */
export const clipWork: Migration = {
  version: 21,
  name: 'clip-work',
  up: `
CREATE TABLE clips_anew (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  asset_id TEXT REFERENCES assets (id),
  duration REAL NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  edit TEXT NOT NULL
) STRICT;
INSERT INTO clips_anew (id, revision, name, asset_id, duration, created_at, updated_at, trashed_at, edit)
  SELECT id, revision, name, asset_id, duration, created_at, updated_at, trashed_at, edit FROM clips;
DROP TABLE clips;
ALTER TABLE clips_anew RENAME TO clips;
CREATE INDEX clips_by_update ON clips (updated_at DESC, id DESC) WHERE trashed_at IS NULL;
CREATE INDEX clips_by_asset ON clips (asset_id);

CREATE TABLE clip_history (
  clip_id TEXT PRIMARY KEY REFERENCES clips (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  steps TEXT NOT NULL
) STRICT;

CREATE TABLE renders (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  clip_name TEXT NOT NULL,
  wanted TEXT NOT NULL,
  edit TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  finished_at TEXT,
  seconds REAL,
  result TEXT,
  failure TEXT,
  commands TEXT NOT NULL
) STRICT;
CREATE INDEX renders_by_clip ON renders (clip_id, number DESC);

CREATE TABLE luts (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
`,
};
