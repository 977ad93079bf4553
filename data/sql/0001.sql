-- Giọt Hồng workspace, schema version 1. Immutable once released: see README.
--
-- Days are ISO texts (2027-02-06), moments are seconds since 1970, percents and targets are
-- thousandths (1,68 % = 1680), unknown counts are NULL (which is not 0). A date span is six columns:
-- start, end, precision, hours in minutes after midnight, "before" (trước ngày).

-- --- the file itself: not in the change log ------------------------------------------------------

CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  -- changes up to this one made the workspace what it was at first, and are not undone
  undo_floor INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE holder (
  id INTEGER PRIMARY KEY,
  user_name TEXT NOT NULL,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT;

CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  n_rows INTEGER NOT NULL DEFAULT 0,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
  CHECK (dropped = 0 OR undone = 1)
) STRICT;
CREATE INDEX change_set_undone ON change_set (undone, dropped, id);

CREATE TABLE change_log (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES change_set (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_log_set ON change_log (set_id, id);
CREATE INDEX change_log_row ON change_log (table_name, row_id, id);

-- Who took back or repeated which change, and when.
CREATE TABLE change_event (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES change_set (id),
  action TEXT NOT NULL CHECK (action IN ('undo', 'redo')),
  at INTEGER NOT NULL,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX change_event_set ON change_event (set_id, id);

-- Who saw or exported personal data, and to whom it went.
CREATE TABLE access_log (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('view', 'export', 'print', 'correct', 'purge')),
  subject TEXT NOT NULL,
  recipient TEXT NOT NULL DEFAULT '',
  n_rows INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX access_log_at ON access_log (at);

-- What is counted. A later version adds rows.
CREATE TABLE indicator (
  code TEXT PRIMARY KEY,
  is_percent INTEGER NOT NULL CHECK (is_percent IN (0, 1))
) STRICT;
INSERT INTO indicator (code, is_percent) VALUES
  ('registrations', 0), ('donors', 0), ('blood-units', 0), ('headcount-percent', 1),
  ('year-percent', 1), ('unit-percent', 1), ('reach', 0), ('organ-pledges', 0),
  ('awareness-percent', 1), ('volume-percent', 1), ('articles', 0), ('other', 0);

-- --- settings -----------------------------------------------------------------------------------

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT;

-- Standing days of the year: changes to the built-in table by their key, and days of our own.
CREATE TABLE observance_setting (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL,
  rule TEXT NOT NULL CHECK (rule IN ('solar', 'lunar', 'weekday')),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  nth INTEGER NOT NULL DEFAULT 0 CHECK (nth BETWEEN -1 AND 5),
  offset_days INTEGER NOT NULL DEFAULT 0,
  length_days INTEGER NOT NULL DEFAULT 1 CHECK (length_days >= 1),
  holiday INTEGER NOT NULL DEFAULT 0 CHECK (holiday IN (0, 1)),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  aliases TEXT NOT NULL DEFAULT ''
) STRICT;

-- --- units --------------------------------------------------------------------------------------

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES unit (id) CHECK (parent_id <> id),
  name TEXT NOT NULL CHECK (name <> ''),
  fold TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  headcount INTEGER CHECK (headcount >= 0),
  last_year INTEGER CHECK (last_year >= 0),
  contact TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  valid_from TEXT CHECK (length (valid_from) = 10),
  valid_to TEXT CHECK (length (valid_to) = 10)
) STRICT;
CREATE INDEX unit_parent ON unit (parent_id, position);
CREATE INDEX unit_sort ON unit (sort_key);

-- A unit that was merged or split: its part that went to the successor, in thousandths of a percent.
CREATE TABLE unit_succession (
  id INTEGER PRIMARY KEY,
  predecessor_id INTEGER NOT NULL REFERENCES unit (id),
  successor_id INTEGER NOT NULL REFERENCES unit (id),
  share INTEGER NOT NULL DEFAULT 100000 CHECK (share BETWEEN 1 AND 100000),
  effective_on TEXT CHECK (length (effective_on) = 10),
  document_number TEXT NOT NULL DEFAULT '',
  UNIQUE (predecessor_id, successor_id),
  CHECK (predecessor_id <> successor_id)
) STRICT;
CREATE INDEX unit_succession_successor ON unit_succession (successor_id);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  fold TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  post TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_unit ON contact (unit_id);

-- --- campaigns, targets, quotas -----------------------------------------------------------------

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
  theme TEXT NOT NULL DEFAULT '',
  period_start TEXT CHECK (length (period_start) = 10),
  period_end TEXT CHECK (length (period_end) = 10),
  period_precision TEXT NOT NULL DEFAULT 'day'
    CHECK (period_precision IN ('day', 'span', 'month', 'month-part', 'quarter', 'year')),
  period_start_minute INTEGER CHECK (period_start_minute BETWEEN 0 AND 1440),
  period_end_minute INTEGER CHECK (period_end_minute BETWEEN 0 AND 1440),
  period_before INTEGER NOT NULL DEFAULT 0 CHECK (period_before IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'closed')),
  convention TEXT NOT NULL CHECK (convention IN ('bag', '250ml', 'turn')),
  CHECK ((period_start IS NULL) = (period_end IS NULL)),
  CHECK (period_end >= period_start)
) STRICT;
CREATE INDEX campaign_year ON campaign (year);

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  indicator TEXT NOT NULL REFERENCES indicator (code),
  comparator TEXT NOT NULL CHECK (comparator IN ('at-least', 'exactly', 'at-most', 'about')),
  value INTEGER NOT NULL,
  value_to INTEGER NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  assigned INTEGER NOT NULL DEFAULT 0 CHECK (assigned IN (0, 1)),
  text TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  clause TEXT NOT NULL DEFAULT '',
  period_start TEXT CHECK (length (period_start) = 10),
  period_end TEXT CHECK (length (period_end) = 10),
  CHECK (period_end >= period_start)
) STRICT;
CREATE INDEX target_campaign ON target (campaign_id, position);

CREATE TABLE quota (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  indicator TEXT NOT NULL REFERENCES indicator (code),
  value INTEGER NOT NULL CHECK (value >= 0),
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  rule TEXT NOT NULL DEFAULT 'manual'
    CHECK (rule IN ('manual', 'headcount', 'last-year', 'equal', 'weight', 'import')),
  UNIQUE (campaign_id, unit_id, indicator)
) STRICT;
CREATE INDEX quota_unit ON quota (unit_id);

-- Each change of a quota's value; NULL = the cell was or became empty.
CREATE TABLE quota_revision (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  indicator TEXT NOT NULL REFERENCES indicator (code),
  old_value INTEGER,
  new_value INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  document_number TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX quota_revision_cell ON quota_revision (campaign_id, unit_id, indicator, id);
CREATE INDEX quota_revision_unit ON quota_revision (unit_id);

-- The quota of a whole year, of which a campaign's is a share.
CREATE TABLE year_quota (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  indicator TEXT NOT NULL REFERENCES indicator (code),
  value INTEGER NOT NULL CHECK (value >= 0),
  document_number TEXT NOT NULL DEFAULT '',
  UNIQUE (year, unit_id, indicator)
) STRICT;
CREATE INDEX year_quota_unit ON year_quota (unit_id);

-- --- calendar, donation days, results -----------------------------------------------------------

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  title TEXT NOT NULL,
  fold TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('launch', 'festival', 'observance', 'session', 'communication',
    'deadline', 'review', 'award', 'preparation', 'other')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
  span_start TEXT CHECK (length (span_start) = 10),
  span_end TEXT CHECK (length (span_end) = 10),
  span_precision TEXT NOT NULL DEFAULT 'day'
    CHECK (span_precision IN ('day', 'span', 'month', 'month-part', 'quarter', 'year')),
  span_start_minute INTEGER CHECK (span_start_minute BETWEEN 0 AND 1440),
  span_end_minute INTEGER CHECK (span_end_minute BETWEEN 0 AND 1440),
  span_before INTEGER NOT NULL DEFAULT 0 CHECK (span_before IN (0, 1)),
  place TEXT NOT NULL DEFAULT '',
  lead TEXT NOT NULL DEFAULT '',
  partners TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  CHECK ((span_start IS NULL) = (span_end IS NULL)),
  CHECK (span_end >= span_start)
) STRICT;
CREATE INDEX activity_campaign ON activity (campaign_id, span_start);

CREATE TABLE donation_session (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  activity_id INTEGER REFERENCES activity (id),
  host_unit_id INTEGER REFERENCES unit (id),
  name TEXT NOT NULL,
  span_start TEXT CHECK (length (span_start) = 10),
  span_end TEXT CHECK (length (span_end) = 10),
  span_precision TEXT NOT NULL DEFAULT 'day'
    CHECK (span_precision IN ('day', 'span', 'month', 'month-part', 'quarter', 'year')),
  span_start_minute INTEGER CHECK (span_start_minute BETWEEN 0 AND 1440),
  span_end_minute INTEGER CHECK (span_end_minute BETWEEN 0 AND 1440),
  span_before INTEGER NOT NULL DEFAULT 0 CHECK (span_before IN (0, 1)),
  place TEXT NOT NULL DEFAULT '',
  expected INTEGER CHECK (expected >= 0),
  CHECK ((span_start IS NULL) = (span_end IS NULL)),
  CHECK (span_end >= span_start)
) STRICT;
CREATE INDEX donation_session_campaign ON donation_session (campaign_id, span_start);
CREATE INDEX donation_session_activity ON donation_session (activity_id);
CREATE INDEX donation_session_host ON donation_session (host_unit_id);

CREATE TABLE result (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  session_id INTEGER REFERENCES donation_session (id),
  registered INTEGER CHECK (registered >= 0),
  came INTEGER CHECK (came >= 0),
  deferred INTEGER CHECK (deferred >= 0),
  donated INTEGER CHECK (donated >= 0),
  bags_250 INTEGER CHECK (bags_250 >= 0),
  bags_350 INTEGER CHECK (bags_350 >= 0),
  bags_450 INTEGER CHECK (bags_450 >= 0),
  complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
-- One result a unit and session, also where there is no session.
CREATE UNIQUE INDEX result_cell ON result (campaign_id, unit_id, coalesce (session_id, 0));
CREATE INDEX result_unit ON result (unit_id);
CREATE INDEX result_session ON result (session_id);

CREATE TABLE deferral_count (
  id INTEGER PRIMARY KEY,
  result_id INTEGER NOT NULL REFERENCES result (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  n_persons INTEGER NOT NULL CHECK (n_persons >= 0),
  UNIQUE (result_id, reason)
) STRICT;

-- --- the plan -----------------------------------------------------------------------------------

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL UNIQUE REFERENCES campaign (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'for-signature', 'issued', 'amended')),
  profile TEXT NOT NULL CHECK (profile IN ('nd30', 'doan')),
  parent_issuer TEXT NOT NULL,
  issuer TEXT NOT NULL,
  number TEXT NOT NULL,
  symbol TEXT NOT NULL,
  place TEXT NOT NULL,
  issue_year INTEGER NOT NULL CHECK (issue_year BETWEEN 0 AND 9999),
  issue_month INTEGER NOT NULL CHECK (issue_month BETWEEN 0 AND 12),
  issue_day INTEGER NOT NULL CHECK (issue_day BETWEEN 0 AND 31),
  document_kind TEXT NOT NULL,
  title TEXT NOT NULL,
  header_note TEXT NOT NULL,
  recipients_note TEXT NOT NULL,
  authority TEXT NOT NULL,
  signer_role TEXT NOT NULL,
  signature_mark TEXT NOT NULL,
  signer_post TEXT NOT NULL,
  signer_name TEXT NOT NULL,
  tail_note TEXT NOT NULL
) STRICT;

CREATE TABLE plan_basis (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  date TEXT CHECK (length (date) = 10),
  issuer TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  cited INTEGER NOT NULL CHECK (cited IN (0, 1))
) STRICT;
CREATE INDEX plan_basis_plan ON plan_basis (plan_id, position);

CREATE TABLE plan_block (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('heading', 'paragraph', 'item', 'table', 'live', 'appendix')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 99),
  number TEXT NOT NULL,
  text TEXT NOT NULL,
  live TEXT NOT NULL,
  has_rows INTEGER NOT NULL CHECK (has_rows IN (0, 1)),
  fold TEXT NOT NULL
) STRICT;
CREATE INDEX plan_block_plan ON plan_block (plan_id, position);

-- A row of a table; its cells are a JSON array of texts.
CREATE TABLE plan_block_row (
  id INTEGER PRIMARY KEY,
  block_id INTEGER NOT NULL REFERENCES plan_block (id),
  position INTEGER NOT NULL,
  cells TEXT NOT NULL
) STRICT;
CREATE INDEX plan_block_row_block ON plan_block_row (block_id, position);

CREATE TABLE plan_task (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  text TEXT NOT NULL,
  deadline_start TEXT CHECK (length (deadline_start) = 10),
  deadline_end TEXT CHECK (length (deadline_end) = 10),
  deadline_precision TEXT NOT NULL DEFAULT 'day'
    CHECK (deadline_precision IN ('day', 'span', 'month', 'month-part', 'quarter', 'year')),
  deadline_start_minute INTEGER CHECK (deadline_start_minute BETWEEN 0 AND 1440),
  deadline_end_minute INTEGER CHECK (deadline_end_minute BETWEEN 0 AND 1440),
  deadline_before INTEGER NOT NULL DEFAULT 0 CHECK (deadline_before IN (0, 1)),
  CHECK ((deadline_start IS NULL) = (deadline_end IS NULL)),
  CHECK (deadline_end >= deadline_start)
) STRICT;
CREATE INDEX plan_task_plan ON plan_task (plan_id, position);

CREATE TABLE plan_recipient (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  fold TEXT NOT NULL
) STRICT;
CREATE INDEX plan_recipient_plan ON plan_recipient (plan_id, position);

-- Each committee numbers its own documents, year by year.
CREATE TABLE document_series (
  id INTEGER PRIMARY KEY,
  committee TEXT NOT NULL CHECK (committee <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
  symbol TEXT NOT NULL DEFAULT '',
  UNIQUE (committee, year)
) STRICT;

CREATE TABLE document_number (
  id INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL REFERENCES document_series (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  campaign_id INTEGER REFERENCES campaign (id),
  document_kind TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  issued_on TEXT CHECK (length (issued_on) = 10),
  UNIQUE (series_id, number)
) STRICT;
CREATE INDEX document_number_campaign ON document_number (campaign_id);

-- --- registrations: personal data, restricted ---------------------------------------------------

CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  session_id INTEGER REFERENCES donation_session (id),
  unit_id INTEGER REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  fold TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  birth_date TEXT CHECK (length (birth_date) = 10),
  birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 9999),
  sex TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'female', 'male')),
  identity_number TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  occupation TEXT NOT NULL DEFAULT '',
  blood_group TEXT NOT NULL DEFAULT '' CHECK (blood_group IN ('', 'A', 'B', 'AB', 'O')),
  rhesus TEXT NOT NULL DEFAULT '' CHECK (rhesus IN ('', '+', '-')),
  donations_before INTEGER CHECK (donations_before >= 0),
  last_donated TEXT CHECK (length (last_donated) = 10),
  volume_ml INTEGER CHECK (volume_ml > 0),
  outcome TEXT NOT NULL DEFAULT ''
    CHECK (outcome IN ('', 'donated', 'deferred', 'absent')),
  deferral_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  purge_after TEXT CHECK (length (purge_after) = 10)
) STRICT;
CREATE INDEX registration_list ON registration (campaign_id, session_id, unit_id);
CREATE INDEX registration_sort ON registration (campaign_id, sort_key);
CREATE INDEX registration_identity ON registration (identity_number);
CREATE INDEX registration_session ON registration (session_id);
CREATE INDEX registration_unit ON registration (unit_id);
CREATE INDEX registration_purge ON registration (purge_after);

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  registration_id INTEGER NOT NULL REFERENCES registration (id),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  form TEXT NOT NULL DEFAULT '',
  given_on TEXT CHECK (length (given_on) = 10),
  withdrawn_on TEXT CHECK (length (withdrawn_on) = 10)
) STRICT;
CREATE INDEX consent_registration ON consent (registration_id);

-- --- honours ------------------------------------------------------------------------------------

CREATE TABLE award_round (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  name TEXT NOT NULL,
  audience TEXT NOT NULL DEFAULT '',
  period_start TEXT CHECK (length (period_start) = 10),
  period_end TEXT CHECK (length (period_end) = 10),
  period_precision TEXT NOT NULL DEFAULT 'day'
    CHECK (period_precision IN ('day', 'span', 'month', 'month-part', 'quarter', 'year')),
  period_start_minute INTEGER CHECK (period_start_minute BETWEEN 0 AND 1440),
  period_end_minute INTEGER CHECK (period_end_minute BETWEEN 0 AND 1440),
  period_before INTEGER NOT NULL DEFAULT 0 CHECK (period_before IN (0, 1)),
  deadline_start TEXT CHECK (length (deadline_start) = 10),
  deadline_end TEXT CHECK (length (deadline_end) = 10),
  deadline_precision TEXT NOT NULL DEFAULT 'day'
    CHECK (deadline_precision IN ('day', 'span', 'month', 'month-part', 'quarter', 'year')),
  deadline_start_minute INTEGER CHECK (deadline_start_minute BETWEEN 0 AND 1440),
  deadline_end_minute INTEGER CHECK (deadline_end_minute BETWEEN 0 AND 1440),
  deadline_before INTEGER NOT NULL DEFAULT 0 CHECK (deadline_before IN (0, 1)),
  CHECK ((period_start IS NULL) = (period_end IS NULL)),
  CHECK (period_end >= period_start),
  CHECK ((deadline_start IS NULL) = (deadline_end IS NULL)),
  CHECK (deadline_end >= deadline_start)
) STRICT;
CREATE INDEX award_round_campaign ON award_round (campaign_id);

CREATE TABLE award_proposal (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES award_round (id),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'household', 'collective')),
  unit_id INTEGER REFERENCES unit (id),
  registration_id INTEGER REFERENCES registration (id),
  name TEXT NOT NULL CHECK (name <> ''),
  fold TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  honour TEXT NOT NULL DEFAULT '',
  n_donations INTEGER CHECK (n_donations >= 0),
  merit TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'proposed'
    CHECK (state IN ('proposed', 'sent', 'granted', 'refused')),
  document_number TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX award_proposal_round ON award_proposal (round_id, sort_key);
CREATE INDEX award_proposal_unit ON award_proposal (unit_id);
CREATE INDEX award_proposal_registration ON award_proposal (registration_id);
