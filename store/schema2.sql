-- What a newsroom has looked at, and which findings it lets stand.

CREATE TABLE seen ( -- a block as somebody last looked at it, by the break that ends it
  page   INTEGER NOT NULL REFERENCES page,
  origin INTEGER NOT NULL,
  idx    INTEGER NOT NULL,
  round  INTEGER NOT NULL,
  look   INTEGER NOT NULL, -- a hash of what stood there
  person INTEGER NOT NULL REFERENCES person,
  time   TEXT NOT NULL,
  PRIMARY KEY (page, origin, idx, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE ignored ( -- a finding that stays as it is: at one character, or (page NULL) everywhere
  page   INTEGER REFERENCES page,
  origin INTEGER NOT NULL,
  idx    INTEGER NOT NULL,
  what   TEXT NOT NULL, -- "P10 5-10℃": the rule and what it found
  person INTEGER NOT NULL REFERENCES person,
  time   TEXT NOT NULL
) STRICT;
CREATE INDEX ignored_page ON ignored (page);
