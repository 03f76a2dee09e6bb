-- What came in as another text of a page that was there.

CREATE TABLE incoming ( -- a file of which a page took something over, in the revision that names it; append-only
  id       INTEGER PRIMARY KEY,
  page     INTEGER NOT NULL REFERENCES page,
  source   INTEGER NOT NULL REFERENCES source,
  name     TEXT NOT NULL,    -- of the file
  media    TEXT NOT NULL,
  encoding TEXT NOT NULL,
  meant    INTEGER NOT NULL, -- 1 another reading, 2 corrected outside
  person   INTEGER NOT NULL REFERENCES person, -- who took it in
  time     TEXT NOT NULL,
  sum      INTEGER NOT NULL
) STRICT;
CREATE INDEX incoming_page ON incoming (page);
CREATE INDEX incoming_source ON incoming (source);

CREATE TRIGGER incoming_update BEFORE UPDATE ON incoming BEGIN SELECT raise(ABORT, 'what came in never changes'); END;
CREATE TRIGGER incoming_delete BEFORE DELETE ON incoming BEGIN SELECT raise(ABORT, 'what came in never goes'); END;
CREATE TRIGGER incoming_insert BEFORE INSERT ON incoming
  WHEN EXISTS (SELECT 1 FROM incoming WHERE id = NEW.id)
  BEGIN SELECT raise(ABORT, 'what came in never changes'); END;
