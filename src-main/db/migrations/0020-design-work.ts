import type { Migration } from '../migrate.ts';

/**
 * What belongs to designs beside their present state: undo of the last session, kept states, templates and
 * fonts of one's own, the brand. Documents are envelopes, as in `designs`.
 */
export const designWork: Migration = {
  version: 20,
  name: 'design-work',
  up: `
CREATE TABLE design_history (
  design_id TEXT PRIMARY KEY REFERENCES designs (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  steps TEXT NOT NULL
) STRICT;

CREATE TABLE design_versions (
  id TEXT PRIMARY KEY,
  design_id TEXT NOT NULL REFERENCES designs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX design_versions_by_design ON design_versions (design_id, created_at DESC, id DESC);

CREATE TABLE design_templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  trashed_at TEXT,
  document TEXT NOT NULL
) STRICT;

CREATE TABLE brand (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  brand TEXT NOT NULL
) STRICT;

CREATE TABLE fonts (
  family TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  extension TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  name TEXT NOT NULL,
  chinese_name TEXT NOT NULL,
  weight INTEGER NOT NULL,
  style TEXT NOT NULL,
  script TEXT NOT NULL,
  ascent REAL NOT NULL,
  descent REAL NOT NULL,
  licence TEXT NOT NULL,
  embedding TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
`,
};
