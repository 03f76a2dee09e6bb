-- What cleaning thought of a draft, pages inside of files, and sums by which damage to the truth shows.

CREATE TABLE account ( -- what cleaning thought of a draft; append-only
  page   INTEGER NOT NULL REFERENCES page,
  n      INTEGER NOT NULL, -- the first revision of the draft
  format INTEGER NOT NULL, -- of body
  body   BLOB NOT NULL,
  sum    INTEGER NOT NULL,
  UNIQUE (page, n)
) STRICT;

-- part is the number of the page inside of its file, from 1; 0 where the file is one page
ALTER TABLE reading ADD COLUMN part INTEGER NOT NULL DEFAULT 0 CHECK (part >= 0);

-- last is the number of the page's last revision: a log whose end is lost shows by it
ALTER TABLE page ADD COLUMN last INTEGER NOT NULL DEFAULT 0;
UPDATE page SET last = coalesce((SELECT max(n) FROM revision WHERE page = page.id), 0);

-- sum is of the row's own values: store.sumOf says how it is made
ALTER TABLE reading ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revision ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE signature ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;

-- second copies, in other blocks of the file, of rows without which pages could not be found when a block
-- is damaged (names of publications and issues are in the indexes of their own already)
CREATE INDEX reading_copy ON reading (page, source, name, media, encoding, chosen, time, part, sum);
CREATE INDEX page_copy ON page (issue, number, section, hidden);
CREATE INDEX person_copy ON person (name, created);
CREATE INDEX account_copy ON account (page, n, format, sum); -- without the body: that there was one

CREATE TRIGGER revision_last AFTER INSERT ON revision BEGIN UPDATE page SET last = NEW.n WHERE id = NEW.page; END;

CREATE TRIGGER account_update BEFORE UPDATE ON account BEGIN SELECT raise(ABORT, 'an account never changes'); END;
CREATE TRIGGER account_delete BEFORE DELETE ON account BEGIN SELECT raise(ABORT, 'an account never goes'); END;

-- INSERT OR REPLACE takes rows away without asking the triggers of DELETE
CREATE TRIGGER account_insert BEFORE INSERT ON account
  WHEN EXISTS (SELECT 1 FROM account WHERE rowid = NEW.rowid OR (page = NEW.page AND n = NEW.n))
  BEGIN SELECT raise(ABORT, 'an account never changes'); END;
CREATE TRIGGER source_insert BEFORE INSERT ON source
  WHEN EXISTS (SELECT 1 FROM source WHERE id = NEW.id OR sha256 = NEW.sha256)
  BEGIN SELECT raise(ABORT, 'a source never changes'); END;
CREATE TRIGGER reading_insert BEFORE INSERT ON reading
  WHEN EXISTS (SELECT 1 FROM reading WHERE id = NEW.id)
  BEGIN SELECT raise(ABORT, 'a reading never changes'); END;
CREATE TRIGGER page_insert BEFORE INSERT ON page
  WHEN EXISTS (SELECT 1 FROM page WHERE id = NEW.id)
  BEGIN SELECT raise(ABORT, 'a page keeps its number'); END;
CREATE TRIGGER page_id BEFORE UPDATE OF id ON page WHEN NEW.id <> OLD.id
  BEGIN SELECT raise(ABORT, 'a page keeps its number'); END;
CREATE TRIGGER signature_insert BEFORE INSERT ON signature
  WHEN EXISTS (SELECT 1 FROM signature WHERE rowid = NEW.rowid)
  BEGIN SELECT raise(ABORT, 'a signature never changes'); END;
CREATE TRIGGER person_insert BEFORE INSERT ON person
  WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id)
  BEGIN SELECT raise(ABORT, 'a person keeps their number'); END;
CREATE TRIGGER person_id BEFORE UPDATE OF id ON person WHEN NEW.id <> OLD.id
  BEGIN SELECT raise(ABORT, 'a person keeps their number'); END;
CREATE TRIGGER person_delete BEFORE DELETE ON person BEGIN SELECT raise(ABORT, 'a person never goes'); END;
