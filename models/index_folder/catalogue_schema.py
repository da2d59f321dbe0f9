"""The tables of catalogue.sqlite: the records of one snapshot, the single source of truth.

Words, States and codes are stored as the pages show them, so that any SQLite client can read them.
An *entry* is what is searched; its `number` counts entries from 0 in catalogue order and is the row of the
entry in every array that search builds. A *text row* (table text_vector) is the row of a distinct text in
vectors.npy and in the lexical folder; the text of an observation has one only where it is its own single passage.
Rows are numbered anew in each snapshot, in the order of the table text. An index of an earlier version may have rows of
texts that no entry has any more, which are not in the table text.
"""

from collections.abc import Callable, Iterable
from typing import Any

Query = Callable[[str], Iterable[Any]]
"""Gives the rows of a query to a catalogue, wherever that is."""
FORMAT_VERSION = 11
"""Of the folder as a whole."""
CARRIED_ON_SINCE = 9
"""The earliest format whose ids and texts a build takes over: that of version 0.2.0, the first that was released."""

_TABLES = """
CREATE TABLE IF NOT EXISTS document (
    digest      TEXT PRIMARY KEY,              -- sha256 of the file, hexadecimal
    symbol      TEXT NOT NULL,                 -- "A/HRC/28/15"
    kind        TEXT NOT NULL,                 -- models.records.documents.DocumentKind
    language    TEXT NOT NULL,                 -- ISO 639-1
    date        TEXT,                          -- ISO 8601
    review      TEXT REFERENCES review,        -- NULL where it belongs to no single review
    name        TEXT NOT NULL,                 -- file name at indexing time
    url         TEXT                           -- where the UN publishes it, derived from the symbol
);
CREATE TABLE IF NOT EXISTS state (
    code           TEXT PRIMARY KEY,           -- ISO 3166 alpha-3, or the code of an invented State
    name           TEXT NOT NULL,              -- today's name
    kind           TEXT NOT NULL,              -- models.reviews.states.StateKind
    regional_group TEXT,                       -- models.reviews.states.RegionalGroup
    invented       INTEGER NOT NULL            -- 1 for the States of a sample
);
CREATE TABLE IF NOT EXISTS review (
    id       TEXT PRIMARY KEY,                 -- "SVN-20"
    state    TEXT NOT NULL REFERENCES state,
    session  INTEGER NOT NULL,
    cycle    INTEGER NOT NULL,
    reviewed TEXT                              -- date of the review in the Working Group, ISO 8601
);
CREATE TABLE IF NOT EXISTS document_review ( -- of which reviews a document says something
    digest TEXT NOT NULL REFERENCES document,
    review TEXT NOT NULL REFERENCES review,
    PRIMARY KEY (digest, review)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS text (
    sha256   TEXT PRIMARY KEY,                 -- of the text, UTF-8
    language TEXT NOT NULL,
    text     TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS text_vector (
    text_sha256 TEXT PRIMARY KEY,
    row         INTEGER NOT NULL UNIQUE
);
CREATE TABLE IF NOT EXISTS entry (
    number      INTEGER PRIMARY KEY,           -- 0, 1, 2, …
    id          TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,                 -- recommendation, commitment or observation
    review      TEXT REFERENCES review,        -- NULL for an observation
    state       TEXT REFERENCES state,         -- whose record it is about, NULL where it is about no State's
    text_sha256 TEXT NOT NULL REFERENCES text,
    source_language TEXT NOT NULL,             -- as its source says; that of the text is its first entry's
    symbol      TEXT NOT NULL,                 -- of the document in which it stands, or the name of a list or table
    paragraph   TEXT,                          -- of that document ("115.12"), NULL where there is no number
    action_category INTEGER,                   -- 1 minimal, 2 continuing, 3 considering, 4 general, 5 specific
    action_origin   TEXT,                      -- models.records.records.Origin
    action_verb     TEXT,                      -- the verb that tells the category, as printed
    content     TEXT NOT NULL                  -- JSON: models.index_folder.stored_records
);
CREATE TABLE IF NOT EXISTS recommendation ( -- what its record says as well, for questions of SQL
    id          TEXT PRIMARY KEY REFERENCES entry(id),
    review      TEXT NOT NULL REFERENCES review,
    position    TEXT NOT NULL,
    answered_in TEXT,                          -- symbol of the document, or name of the list or table, that says so
    qualified   TEXT                           -- models.records.enums.Qualified, NULL for any other answer
);
CREATE TABLE IF NOT EXISTS observation ( -- the same for a paragraph of a treaty body's concluding observations
    id        TEXT PRIMARY KEY REFERENCES entry(id),
    committee TEXT NOT NULL,                   -- models.vocabularies.treaty_bodies, or as the source names another body
    entity    TEXT REFERENCES state,           -- whom it speaks to: a State, another entity, or NULL for all
    heading   TEXT NOT NULL,                   -- "" for none
    kind      TEXT NOT NULL,                   -- models.records.records.ObservationKind
    date      TEXT                             -- of publication, ISO 8601
);
CREATE TABLE IF NOT EXISTS observation_passage ( -- what is searched of an observation: its sentences
    observation TEXT NOT NULL REFERENCES observation,
    "order"     INTEGER NOT NULL,              -- from 1
    part        TEXT NOT NULL,                 -- the sub-paragraph ("c"), "" for none
    text_sha256 TEXT NOT NULL REFERENCES text,
    PRIMARY KEY (observation, "order")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS label (
    record     TEXT NOT NULL REFERENCES entry(id),
    scheme     TEXT NOT NULL,                  -- upr-info, uhri, uhri-sdg or uhri-persons
    label      TEXT NOT NULL,
    origin     TEXT NOT NULL,                  -- models.records.records.Origin
    confidence REAL NOT NULL,                  -- 0 to 1
    PRIMARY KEY (record, scheme, label, origin)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS classified_text ( -- what the classifiers say of a text, whether a record needs it or not
    text_sha256     TEXT PRIMARY KEY REFERENCES text,
    classifiers     TEXT NOT NULL,             -- digest of the classifiers
    labels          TEXT NOT NULL,             -- JSON: label of the scheme upr-info -> confidence, the surest first
    action_category INTEGER NOT NULL,
    action_verb     TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sponsor (
    recommendation TEXT NOT NULL REFERENCES recommendation,
    state          TEXT NOT NULL REFERENCES state,
    PRIMARY KEY (recommendation, state)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stands_in ( -- all documents in which something of an entry stands: its answer, a conflict
    id     TEXT NOT NULL REFERENCES entry(id),
    symbol TEXT NOT NULL,                      -- or the name of a list or table
    PRIMARY KEY (id, symbol)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS review_fact ( -- how a review was held, and which of its reports are drafts
    review    TEXT NOT NULL REFERENCES review,
    role      TEXT NOT NULL,                   -- models.records.review_facts.FactKind; draft, replaced
    "order"   INTEGER NOT NULL,                -- several of one role, from 1
    symbol    TEXT NOT NULL,
    paragraph TEXT,                            -- of that document
    page      INTEGER,
    words     TEXT,                            -- the document's own words; for role draft, its date:
                                               -- models.records.documents.Draft.as_text
    PRIMARY KEY (review, role, "order")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alias (
    old_id  TEXT PRIMARY KEY,                  -- an id given once, of no entry today
    id      TEXT REFERENCES entry(id),         -- the id of the same request today, NULL when withdrawn
    review  TEXT NOT NULL,                     -- of the request; may be a review of which nothing is indexed any more
    meaning TEXT NOT NULL                      -- models.records.permanent_ids.words_digest of the request
);
CREATE TABLE IF NOT EXISTS document_extract (
    digest  TEXT,                              -- of the file
    subject TEXT,                              -- what it speaks of here: a review, a report it answers, or ""
    reader  TEXT NOT NULL,                     -- digest of the code that read it
    parts   TEXT NOT NULL,                     -- JSON: what it holds on the subject, before joining
    PRIMARY KEY (digest, subject)
);
CREATE TABLE IF NOT EXISTS skipped (
    name   TEXT NOT NULL,
    digest TEXT,                               -- NULL where the file could not be opened
    reader TEXT,                               -- digest of the code that refused it; NULL: to be tried again
    reason TEXT NOT NULL                       -- one sentence with the next step: indexer.datamodel.kept_sentences
);
CREATE TABLE IF NOT EXISTS reported ( -- a paragraph on the time since a review: an entry "report"
    id            TEXT PRIMARY KEY REFERENCES entry(id),
    review        TEXT NOT NULL REFERENCES review, -- before which the document was written; of a mid-term report, after
    reported_on   TEXT REFERENCES review,      -- the State's review of the cycle before, NULL while none is indexed
    document_kind TEXT NOT NULL                -- models.records.documents.REPORTING_KINDS
);
CREATE TABLE IF NOT EXISTS reported_passage ( -- neighbouring sentences of a long paragraph, to be compared as well
    reported    TEXT NOT NULL REFERENCES reported,
    "order"     INTEGER NOT NULL,              -- from 1
    text_sha256 TEXT NOT NULL REFERENCES text,
    PRIMARY KEY (reported, "order")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stated_link ( -- the document itself names the recommendation
    reported         TEXT NOT NULL REFERENCES reported,
    recommendation   TEXT NOT NULL REFERENCES recommendation,
    "order"          INTEGER NOT NULL,         -- among the references of the paragraph, from 1
    stated           TEXT NOT NULL,            -- models.records.reported.Stated
    holds_below      INTEGER NOT NULL,         -- 1 where it holds for all paragraphs below a heading
    printed          TEXT NOT NULL,            -- the words that name it
    points_elsewhere INTEGER NOT NULL,         -- 1 where it only says that another report holds more
    basis            TEXT NOT NULL,            -- how its number is read: indexer.merge.stated_links.Basis
    certainty        REAL NOT NULL,            -- of that, 0 to 1
    PRIMARY KEY (reported, recommendation, "order")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS discrepancy ( -- what a document counts and the records of a review do not meet
    review    TEXT NOT NULL REFERENCES review,
    "order"   INTEGER NOT NULL,                -- from 1
    symbol    TEXT NOT NULL,                   -- where the total stands, or the list
    paragraph TEXT,                            -- of that document
    page      INTEGER,
    position  TEXT,                            -- what is counted, NULL for all recommendations
    stated    INTEGER NOT NULL,
    "read"    INTEGER NOT NULL,
    missing   TEXT NOT NULL,                   -- JSON: the numbers that the list lacks, [] for a total
    words     TEXT NOT NULL,                   -- the sentence that states the total, "" for a list
    doubts    TEXT,                            -- symbol of the document whose positions are less sure, NULL for all
    PRIMARY KEY (review, "order")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS wording ( -- what the document of a record says in a further language
    record      TEXT NOT NULL REFERENCES entry(id),
    language    TEXT NOT NULL,                 -- ISO 639-1
    text_sha256 TEXT NOT NULL REFERENCES text,
    quoted      TEXT NOT NULL,                 -- the paragraph as printed
    composed    INTEGER NOT NULL,
    symbol      TEXT NOT NULL,
    paragraph   TEXT,
    page        INTEGER,                       -- of the file in that language
    PRIMARY KEY (record, language)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS copy ( -- a file with the symbol of a document in use that says something else
    digest TEXT PRIMARY KEY,
    symbol TEXT NOT NULL,
    date   TEXT,                               -- ISO 8601
    name   TEXT NOT NULL,                      -- file name at indexing time
    used   TEXT NOT NULL REFERENCES document   -- the file that is used
);
CREATE TABLE IF NOT EXISTS replaced_draft ( -- a draft report that a later draft or the final report replaces
    digest TEXT PRIMARY KEY,
    review TEXT NOT NULL REFERENCES review,
    symbol TEXT NOT NULL,
    draft  TEXT NOT NULL,                      -- its date: models.records.documents.Draft.as_text
    name   TEXT NOT NULL,                      -- file name at indexing time
    used   TEXT NOT NULL REFERENCES document   -- the file that is used
);
CREATE TABLE IF NOT EXISTS draft_request ( -- what a replaced draft held, and what became of it
    draft          TEXT NOT NULL,              -- digest
    "order"        INTEGER NOT NULL,           -- as printed, from 1
    review         TEXT NOT NULL REFERENCES review,
    old_id         TEXT NOT NULL,              -- the id that it has in the draft alone
    paragraph      TEXT NOT NULL,
    text           TEXT NOT NULL,
    states         TEXT NOT NULL,              -- JSON: codes of the recommending States
    position       TEXT NOT NULL,              -- what the draft says
    recommendation TEXT REFERENCES recommendation, -- what it is in the report used, NULL where that does not hold it
    changed        TEXT NOT NULL,              -- JSON: of number, words, States and position, what is another now
    PRIMARY KEY (draft, "order")
) WITHOUT ROWID;
"""

MIGRATIONS = (_TABLES,)
"""See models.index_folder.migrations. One that changes what search reads goes with another FORMAT_VERSION."""
FIRST_MIGRATION = 8
"""Its number. What a build takes over from a catalogue of before stands there under the same names."""
TABLES_OF_TODAY = FIRST_MIGRATION + len(MIGRATIONS) - 1
"""The number of the last."""

INDEXES = """
CREATE INDEX entry_review ON entry(review);
CREATE INDEX recommendation_review ON recommendation(review);
CREATE INDEX sponsor_state ON sponsor(state);
CREATE INDEX alias_review ON alias(review);
CREATE INDEX observation_entity ON observation(entity);
CREATE INDEX reported_review ON reported(review);
CREATE INDEX reported_reported_on ON reported(reported_on);
CREATE INDEX stated_recommendation ON stated_link(recommendation);
CREATE INDEX label_label ON label(scheme, label);
CREATE INDEX extract_subject ON document_extract(subject);
"""
