-- What shows a page as it was printed.

CREATE TABLE picture ( -- a file that shows a page; append-only, the last one of a page is in force
  id     INTEGER PRIMARY KEY,
  page   INTEGER NOT NULL REFERENCES page,
  source INTEGER REFERENCES source, -- NULL: it stays outside, where name says
  sha256 BLOB NOT NULL,             -- of the file
  name   TEXT NOT NULL,             -- its path when it came in
  media  TEXT NOT NULL,
  part   INTEGER NOT NULL,          -- which page of the file it is, from 1
  time   TEXT NOT NULL,
  sum    INTEGER NOT NULL
) STRICT;
CREATE INDEX picture_page ON picture (page);
CREATE INDEX picture_source ON picture (source);

CREATE TRIGGER picture_update BEFORE UPDATE ON picture BEGIN SELECT raise(ABORT, 'a picture never changes'); END;
CREATE TRIGGER picture_delete BEFORE DELETE ON picture BEGIN SELECT raise(ABORT, 'a picture never goes'); END;
CREATE TRIGGER picture_insert BEFORE INSERT ON picture
  WHEN EXISTS (SELECT 1 FROM picture WHERE id = NEW.id)
  BEGIN SELECT raise(ABORT, 'a picture never changes'); END;
