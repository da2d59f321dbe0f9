CREATE TABLE word_stem (                       -- which texts hold a stem, how often, and where in the words of all texts
    word   text COLLATE "C" PRIMARY KEY,
    rows   bytea NOT NULL,
    counts bytea NOT NULL,
    places bytea NOT NULL
);
CREATE TABLE word_form (                       -- which texts hold a word as printed, folded, and how often
    word   text COLLATE "C" PRIMARY KEY,
    rows   bytea NOT NULL,
    counts bytea NOT NULL
);
CREATE TABLE word_end (ends bytea NOT NULL);   -- where the words of each text end, in one row
