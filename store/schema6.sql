-- Pages as they were read: what a later version of a reader makes of the same bytes is not what their logs stand on.

CREATE TABLE raw ( -- a page as it was read from its source; append-only
  reading INTEGER PRIMARY KEY REFERENCES reading,
  page    INTEGER NOT NULL REFERENCES page,
  format  INTEGER NOT NULL, -- of body
  body    BLOB NOT NULL,    -- text, lines and places
  sum     INTEGER NOT NULL
) STRICT;

CREATE TRIGGER raw_update BEFORE UPDATE ON raw BEGIN SELECT raise(ABORT, 'a page as it was read never changes'); END;
CREATE TRIGGER raw_delete BEFORE DELETE ON raw BEGIN SELECT raise(ABORT, 'a page as it was read never goes'); END;
CREATE TRIGGER raw_insert BEFORE INSERT ON raw
  WHEN EXISTS (SELECT 1 FROM raw WHERE reading = NEW.reading)
  BEGIN SELECT raise(ABORT, 'a page as it was read never changes'); END;
