-- The library, version 1. docs/library.md explains it; the truth is in source and revision, the rest
-- is derived from them or belongs to this newsroom's work.

CREATE TABLE person (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ'))
) STRICT;

CREATE TABLE person_name ( -- names that a person had before
  person INTEGER NOT NULL REFERENCES person,
  name   TEXT NOT NULL,
  until  TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ'))
) STRICT;

CREATE TABLE publication (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE,
  profile TEXT NOT NULL DEFAULT '' -- the house's choices, TOML
) STRICT;

CREATE TABLE issue (
  id          INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL REFERENCES publication,
  number      TEXT NOT NULL,
  date        TEXT NOT NULL,
  UNIQUE (publication, date, number)
) STRICT;

CREATE TABLE page (
  id      INTEGER PRIMARY KEY,
  issue   INTEGER NOT NULL REFERENCES issue,
  number  INTEGER NOT NULL,
  section TEXT NOT NULL,
  hidden  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX page_issue ON page (issue, number);

CREATE TABLE source ( -- a file as it was read; never changed
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE reading ( -- a page was read from a source, in an encoding; the last one is in force
  id       INTEGER PRIMARY KEY,
  page     INTEGER NOT NULL REFERENCES page,
  source   INTEGER NOT NULL REFERENCES source,
  name     TEXT NOT NULL,
  media    TEXT NOT NULL,
  encoding TEXT NOT NULL,
  chosen   INTEGER NOT NULL, -- 1: a person chose the encoding, 0: it was found
  time     TEXT NOT NULL
) STRICT;
CREATE INDEX reading_page ON reading (page);
CREATE INDEX reading_source ON reading (source);

CREATE TABLE revision ( -- the log of a page; append-only
  page   INTEGER NOT NULL REFERENCES page,
  n      INTEGER NOT NULL,
  grp    INTEGER NOT NULL, -- the undo step: number of its first revision
  person INTEGER REFERENCES person,
  rule   TEXT,
  time   TEXT NOT NULL,
  round  INTEGER NOT NULL,
  note   TEXT NOT NULL,
  ops    BLOB NOT NULL,
  PRIMARY KEY (page, n),
  CHECK ((person IS NULL) <> (rule IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE correction ( -- derived from the log
  page      INTEGER NOT NULL REFERENCES page,
  n         INTEGER NOT NULL, -- the revision that made it
  k         INTEGER NOT NULL, -- its place among the revision's corrections
  ops       TEXT NOT NULL,    -- its operations in the revision, "0 1 2"
  kind      TEXT NOT NULL,
  before    TEXT NOT NULL,
  after     TEXT NOT NULL,
  left_of   TEXT NOT NULL,    -- what stands around it
  right_of  TEXT NOT NULL,
  person    INTEGER REFERENCES person,
  rule      TEXT,
  time      TEXT NOT NULL,
  place     INTEGER NOT NULL, -- rune offset in the raw page; -1 unknown
  origin    INTEGER NOT NULL, -- the identity of its first character
  idx       INTEGER NOT NULL,
  counts    INTEGER NOT NULL, -- 0: it was taken back
  PRIMARY KEY (page, n, k)
) STRICT, WITHOUT ROWID;

CREATE TABLE card ( -- an article as lists show it; derived from the log
  id         INTEGER PRIMARY KEY,
  page       INTEGER NOT NULL REFERENCES page,
  k          INTEGER NOT NULL, -- its place on the page
  origin     INTEGER NOT NULL,
  idx        INTEGER NOT NULL,
  name       TEXT NOT NULL,
  characters INTEGER NOT NULL,
  blocks     INTEGER NOT NULL,
  text       TEXT NOT NULL,
  UNIQUE (page, k)
) STRICT;

CREATE VIRTUAL TABLE gram USING fts5 (
  grams, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none, prefix = '1'
);

CREATE TABLE signature ( -- a round of an article was signed; append-only
  page   INTEGER NOT NULL REFERENCES page,
  origin INTEGER NOT NULL,
  idx    INTEGER NOT NULL,
  round  INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person,
  time   TEXT NOT NULL
) STRICT;
CREATE INDEX signature_page ON signature (page);

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER source_update BEFORE UPDATE ON source BEGIN SELECT raise(ABORT, 'a source never changes'); END;
CREATE TRIGGER source_delete BEFORE DELETE ON source BEGIN SELECT raise(ABORT, 'a source never goes'); END;
CREATE TRIGGER reading_update BEFORE UPDATE ON reading BEGIN SELECT raise(ABORT, 'a reading never changes'); END;
CREATE TRIGGER reading_delete BEFORE DELETE ON reading BEGIN SELECT raise(ABORT, 'a reading never goes'); END;
CREATE TRIGGER revision_update BEFORE UPDATE ON revision BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER revision_delete BEFORE DELETE ON revision BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER revision_insert BEFORE INSERT ON revision
  WHEN NEW.n <> 1 + coalesce((SELECT max(n) FROM revision WHERE page = NEW.page), 0)
  BEGIN SELECT raise(ABORT, 'the log has no gaps'); END;
CREATE TRIGGER page_delete BEFORE DELETE ON page BEGIN SELECT raise(ABORT, 'a page is hidden, not deleted'); END;
CREATE TRIGGER signature_update BEFORE UPDATE ON signature BEGIN SELECT raise(ABORT, 'a signature never changes'); END;
CREATE TRIGGER signature_delete BEFORE DELETE ON signature BEGIN SELECT raise(ABORT, 'a signature never goes'); END;
CREATE TRIGGER person_rename AFTER UPDATE OF name ON person WHEN OLD.name <> NEW.name
  BEGIN INSERT INTO person_name (person, name) VALUES (OLD.id, OLD.name); END;

CREATE VIEW correction_readable AS
SELECT publication.name AS publication, issue.date, issue.number AS issue, page.number AS page_number,
       correction.page, correction.n AS revision, correction.kind, correction.before, correction.after,
       coalesce(person.name, correction.rule) AS author,
       datetime(correction.time, 'localtime') AS local_time, correction.place,
       correction.left_of || '⟦' || correction.after || '⟧' || correction.right_of AS context,
       correction.counts
  FROM correction
  JOIN page ON page.id = correction.page
  JOIN issue ON issue.id = page.issue
  JOIN publication ON publication.id = issue.publication
  LEFT JOIN person ON person.id = correction.person;
