-- Giọt Hồng workspace, schema version 2: the plan as a document that is written, issued and amended
-- here. Immutable once released: see README.

-- A block can be a page break; "frozen" names the live part whose text it was frozen from ("calendar"
-- and a serial number), so that it can be made live again.
CREATE TABLE plan_block_new (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('heading', 'paragraph', 'item', 'table', 'live', 'appendix', 'page-break')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 99),
  number TEXT NOT NULL,
  text TEXT NOT NULL,
  live TEXT NOT NULL,
  has_rows INTEGER NOT NULL CHECK (has_rows IN (0, 1)),
  fold TEXT NOT NULL,
  frozen TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO plan_block_new
  (id, plan_id, position, kind, level, number, text, live, has_rows, fold)
  SELECT id, plan_id, position, kind, level, number, text, live, has_rows, fold FROM plan_block;
DROP TABLE plan_block;
ALTER TABLE plan_block_new RENAME TO plan_block;
CREATE INDEX plan_block_plan ON plan_block (plan_id, position);

-- What the checker found and the clerk wants to stand: by code and the words it stands in.
CREATE TABLE plan_ignored (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  code TEXT NOT NULL CHECK (code <> ''),
  quote TEXT NOT NULL,
  UNIQUE (plan_id, code, quote)
) STRICT;

-- The plan as it was issued, and each time it was issued again after being amended. The text is that of
-- the document, a paragraph a line; the paper itself is in document_file.
CREATE TABLE plan_version (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  number TEXT NOT NULL,
  symbol TEXT NOT NULL,
  issued_on TEXT CHECK (length (issued_on) = 10),
  title TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL,
  file_sha256 TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (plan_id, version)
) STRICT;

-- Files that belong to the workspace, by their content; never changed, so not in the change log (whose
-- JSON could not hold them).
CREATE TABLE document_file (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length (sha256) = 64),
  media_type TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;

-- The estimate of costs (dự toán kinh phí), in đồng. An amount that is not quantity times price has none
-- of them.
CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  position INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  quantity INTEGER CHECK (quantity >= 0),
  price INTEGER CHECK (price >= 0),
  amount INTEGER CHECK (amount >= 0),
  source TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX budget_line_campaign ON budget_line (campaign_id, position);
