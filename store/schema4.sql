-- What a house wants of its words, what its editors decided and taught, and what they noted.

-- publication says of a row without a page that it holds in that publication alone
ALTER TABLE ignored ADD COLUMN publication INTEGER REFERENCES publication;

CREATE TABLE register ( -- what a publication wants written in one way
  id          INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL REFERENCES publication,
  kind        TEXT NOT NULL,    -- "name", "organisation", "place", "phrase", "banned", "careful"
  text        TEXT NOT NULL,
  title       TEXT NOT NULL,
  instead     TEXT NOT NULL,
  rank        INTEGER NOT NULL, -- where people are listed, from 1; 0 for none
  since       TEXT NOT NULL,    -- the first day, '' for always
  until       TEXT NOT NULL,    -- the last day, '' for ever
  note        TEXT NOT NULL,
  person      INTEGER NOT NULL REFERENCES person, -- who wrote it there
  time        TEXT NOT NULL
) STRICT;
CREATE INDEX register_publication ON register (publication);

CREATE TABLE learned ( -- what was corrected, and how often
  before   TEXT NOT NULL,
  after    TEXT NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  off      INTEGER NOT NULL, -- 1: kept, and looked for no more
  own      INTEGER NOT NULL, -- 1: an editor found it, no check did
  example  TEXT NOT NULL,
  person   INTEGER NOT NULL REFERENCES person, -- who was the last
  time     TEXT NOT NULL,
  PRIMARY KEY (before, after)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision ( -- what was decided about a finding; append-only
  page    INTEGER NOT NULL REFERENCES page,
  origin  INTEGER NOT NULL,
  idx     INTEGER NOT NULL,
  verdict INTEGER NOT NULL, -- 1 accepted, 2 stands here, 3 in the publication, 4 everywhere, 5 one of many let out, 6 corrected by hand
  what    TEXT NOT NULL,    -- as in ignored
  before  TEXT NOT NULL,
  after   TEXT NOT NULL,
  context TEXT NOT NULL,
  person  INTEGER NOT NULL REFERENCES person,
  time    TEXT NOT NULL,
  sum     INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_page ON decision (page);

CREATE TABLE note ( -- what somebody wrote to a place; append-only
  page        INTEGER NOT NULL REFERENCES page,
  note        INTEGER NOT NULL, -- names the note
  n           INTEGER NOT NULL, -- 1 opens it, others answer
  origin      INTEGER NOT NULL, -- its first character
  idx         INTEGER NOT NULL,
  last_origin INTEGER NOT NULL, -- its last one
  last_idx    INTEGER NOT NULL,
  kind        INTEGER NOT NULL, -- 0 remark, 1 query, 2 to the author
  state       INTEGER NOT NULL, -- 0 open, 1 answered, 2 settled
  quote       TEXT NOT NULL,    -- what stood there
  text        TEXT NOT NULL,
  person      INTEGER NOT NULL REFERENCES person,
  time        TEXT NOT NULL,
  sum         INTEGER NOT NULL,
  UNIQUE (page, note, n)
) STRICT;

-- revisions that one decision made on several pages have the same note
CREATE INDEX revision_note ON revision (note) WHERE note <> '';

CREATE TRIGGER decision_update BEFORE UPDATE ON decision BEGIN SELECT raise(ABORT, 'a decision never changes'); END;
CREATE TRIGGER decision_delete BEFORE DELETE ON decision BEGIN SELECT raise(ABORT, 'a decision never goes'); END;
CREATE TRIGGER decision_insert BEFORE INSERT ON decision
  WHEN EXISTS (SELECT 1 FROM decision WHERE rowid = NEW.rowid)
  BEGIN SELECT raise(ABORT, 'a decision never changes'); END;
CREATE TRIGGER note_update BEFORE UPDATE ON note BEGIN SELECT raise(ABORT, 'a note is answered, not changed'); END;
CREATE TRIGGER note_delete BEFORE DELETE ON note BEGIN SELECT raise(ABORT, 'a note is settled, not deleted'); END;
CREATE TRIGGER note_insert BEFORE INSERT ON note
  WHEN EXISTS (SELECT 1 FROM note WHERE rowid = NEW.rowid OR (page = NEW.page AND note = NEW.note AND n = NEW.n))
  BEGIN SELECT raise(ABORT, 'a note is answered, not changed'); END;
