CREATE TABLE word_file (                       -- the files of the lexical folder, which readers map into memory
    name    text NOT NULL,
    part    integer NOT NULL,                  -- from 0
    content bytea NOT NULL,
    PRIMARY KEY (name, part)
);
