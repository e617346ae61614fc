import type { Migration } from '../migrate.ts';

/**
 * What the plan sorts and shows posts by as columns, series and origins of posts, and what a team adds: comments,
 * tasks, approvals, who did what, PINs, shown reminders and results that were brought in.
 */
export const plan: Migration = {
  version: 23,
  name: 'plan',
  up: `
ALTER TABLE posts ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE posts ADD COLUMN labels TEXT NOT NULL DEFAULT '[]';
ALTER TABLE posts ADD COLUMN accounts TEXT NOT NULL DEFAULT '[]';
-- Formats and accounts of the targets that have no time of their own.
ALTER TABLE posts ADD COLUMN base_formats TEXT NOT NULL DEFAULT '[]';
ALTER TABLE posts ADD COLUMN base_accounts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE posts ADD COLUMN series_id TEXT;
ALTER TABLE posts ADD COLUMN series_at TEXT;
ALTER TABLE posts ADD COLUMN origin TEXT NOT NULL DEFAULT '';
UPDATE posts SET
  owner = coalesce(json_extract(document, '$.body.owner'), ''),
  accounts = (SELECT json_group_array(account_id) FROM
    (SELECT account_id FROM targets WHERE post_id = posts.id AND account_id IS NOT NULL ORDER BY position)),
  base_formats = (SELECT json_group_array(format) FROM
    (SELECT format FROM targets WHERE post_id = posts.id AND due_at IS NULL ORDER BY position)),
  base_accounts = (SELECT json_group_array(account_id) FROM
    (SELECT account_id FROM targets WHERE post_id = posts.id AND due_at IS NULL AND account_id IS NOT NULL ORDER BY position));
CREATE INDEX posts_by_series ON posts (series_id, series_at) WHERE series_id IS NOT NULL;
CREATE INDEX posts_by_origin ON posts (origin) WHERE origin <> '';
CREATE INDEX posts_by_campaign ON posts (campaign) WHERE campaign <> '';

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  parent_id TEXT,
  member_id TEXT,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  resolved_at TEXT
) STRICT;
CREATE INDEX comments_by_subject ON comments (subject_kind, subject_id, created_at, id);
CREATE INDEX comments_by_member ON comments (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  subject_kind TEXT,
  subject_id TEXT,
  member_id TEXT,
  due_on TEXT,
  done_at TEXT,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX tasks_by_due ON tasks (due_on, id) WHERE done_at IS NULL;
CREATE INDEX tasks_by_subject ON tasks (subject_kind, subject_id, id);

CREATE TABLE approvals (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  member_id TEXT,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX approvals_by_post ON approvals (post_id, at, id);

CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  member_id TEXT,
  member_name TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject_kind, subject_id, number DESC);

CREATE TABLE member_pins (member_id TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL) STRICT;

CREATE TABLE reminders (
  key TEXT NOT NULL,
  due_at TEXT NOT NULL,
  missed INTEGER NOT NULL,
  shown_at TEXT,
  dismissed_at TEXT,
  snoozed_until TEXT,
  PRIMARY KEY (due_at, key)
) STRICT, WITHOUT ROWID;

-- When what is due was last looked at: one row.
CREATE TABLE reminder_clock (id INTEGER PRIMARY KEY CHECK (id = 1), seen_at TEXT NOT NULL) STRICT;

CREATE TABLE results (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  account_id TEXT,
  published_at TEXT NOT NULL,
  body TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX results_by_platform ON results (platform, published_at);

-- What a picture looks like, by the hash of its file.
CREATE TABLE picture_hashes (sha256 TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
};
