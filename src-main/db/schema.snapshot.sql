-- version 23

CREATE TABLE approvals (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  member_id TEXT,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX approvals_by_post ON approvals (post_id, at, id);

CREATE VIRTUAL TABLE asset_search USING fts5 (text, tokenize = 'trigram');

CREATE TABLE 'asset_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'asset_search_content'(id INTEGER PRIMARY KEY, c0);

CREATE TABLE 'asset_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'asset_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'asset_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE assets (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  extension TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  duration REAL NOT NULL,
  fps REAL,
  codec TEXT,
  has_audio INTEGER NOT NULL,
  has_alpha INTEGER NOT NULL,
  animated INTEGER NOT NULL,
  has_location INTEGER NOT NULL,
  alt TEXT NOT NULL,
  tags TEXT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  created_at TEXT NOT NULL,
  trashed_at TEXT
, licence_until TEXT) STRICT;

CREATE INDEX assets_by_creation ON assets (created_at DESC, number DESC) WHERE trashed_at IS NULL;

CREATE INDEX assets_by_kind ON assets (kind, created_at DESC, number DESC) WHERE trashed_at IS NULL;

CREATE INDEX assets_trashed ON assets (created_at DESC, number DESC) WHERE trashed_at IS NOT NULL;

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

CREATE TABLE brand (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  brand TEXT NOT NULL
) STRICT;

CREATE TABLE clip_history (
  clip_id TEXT PRIMARY KEY REFERENCES clips (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  steps TEXT NOT NULL
) STRICT;

CREATE TABLE "clips" (
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

CREATE INDEX clips_by_asset ON clips (asset_id);

CREATE INDEX clips_by_update ON clips (updated_at DESC, id DESC) WHERE trashed_at IS NULL;

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

CREATE INDEX comments_by_member ON comments (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX comments_by_subject ON comments (subject_kind, subject_id, created_at, id);

CREATE TABLE design_history (
  design_id TEXT PRIMARY KEY REFERENCES designs (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  steps TEXT NOT NULL
) STRICT;

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

CREATE TABLE designs (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  document TEXT NOT NULL
) STRICT;

CREATE INDEX designs_by_update ON designs (updated_at DESC, id DESC) WHERE trashed_at IS NULL;

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

CREATE TABLE luts (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE member_pins (member_id TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL) STRICT;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE picture_hashes (sha256 TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE plan_checks (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  result TEXT NOT NULL
) STRICT;

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

CREATE VIRTUAL TABLE post_search USING fts5 (text, tokenize = 'trigram');

CREATE TABLE 'post_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'post_search_content'(id INTEGER PRIMARY KEY, c0);

CREATE TABLE 'post_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'post_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'post_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE posts (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  status TEXT NOT NULL,
  title TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  campaign TEXT NOT NULL,
  pillar TEXT NOT NULL,
  formats TEXT NOT NULL,
  cover_kind TEXT,
  cover_id TEXT,
  local TEXT,
  zone TEXT,
  due_at TEXT,
  scheduled INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  document TEXT NOT NULL
, owner TEXT NOT NULL DEFAULT '', labels TEXT NOT NULL DEFAULT '[]', accounts TEXT NOT NULL DEFAULT '[]', base_formats TEXT NOT NULL DEFAULT '[]', base_accounts TEXT NOT NULL DEFAULT '[]', series_id TEXT, series_at TEXT, origin TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX posts_by_campaign ON posts (campaign) WHERE campaign <> '';

CREATE INDEX posts_by_due ON posts (due_at) WHERE due_at IS NOT NULL AND trashed_at IS NULL;

CREATE INDEX posts_by_origin ON posts (origin) WHERE origin <> '';

CREATE INDEX posts_by_series ON posts (series_id, series_at) WHERE series_id IS NOT NULL;

CREATE INDEX posts_by_update ON posts (updated_at DESC, number DESC) WHERE trashed_at IS NULL;

CREATE INDEX posts_trashed ON posts (updated_at DESC, number DESC) WHERE trashed_at IS NOT NULL;

CREATE TABLE reminder_clock (id INTEGER PRIMARY KEY CHECK (id = 1), seen_at TEXT NOT NULL) STRICT;

CREATE TABLE reminders (
  key TEXT NOT NULL,
  due_at TEXT NOT NULL,
  missed INTEGER NOT NULL,
  shown_at TEXT,
  dismissed_at TEXT,
  snoozed_until TEXT,
  PRIMARY KEY (due_at, key)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE results (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  account_id TEXT,
  published_at TEXT NOT NULL,
  body TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE INDEX results_by_platform ON results (platform, published_at);

CREATE TABLE targets (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  format TEXT NOT NULL,
  overrides TEXT NOT NULL,
  local TEXT,
  zone TEXT,
  due_at TEXT,
  status TEXT NOT NULL,
  published_at TEXT,
  published_url TEXT
, account_id TEXT) STRICT, WITHOUT ROWID;

CREATE INDEX targets_by_due ON targets (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX targets_by_post ON targets (post_id, position);

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

CREATE TABLE undo_log (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  changes TEXT NOT NULL,
  undone INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE uses (
  user_kind TEXT NOT NULL,
  user_id TEXT NOT NULL,
  used_kind TEXT NOT NULL,
  used_id TEXT NOT NULL,
  PRIMARY KEY (user_kind, user_id, used_kind, used_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX uses_by_used ON uses (used_kind, used_id);
