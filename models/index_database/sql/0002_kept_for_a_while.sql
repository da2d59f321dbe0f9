-- What sites of several machines keep for a while: searches and lists as ciphertext, and what forms are known by.
-- What is UNLOGGED reaches no log, no replica and no backup of the log.
CREATE UNLOGGED TABLE upr.kept_question (      -- as web.site.kept_questions keeps them in memory
    name       bytea PRIMARY KEY,              -- digests of the key in the address of the results
    search     bytea NOT NULL,
    ciphertext bytea NOT NULL,
    used       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX kept_question_search ON upr.kept_question (search);
CREATE INDEX kept_question_used ON upr.kept_question (used);
CREATE UNLOGGED TABLE upr.kept_list (LIKE upr.kept_question INCLUDING ALL);
CREATE TABLE upr.form_secret (secret bytea NOT NULL);
-- Two random UUIDs hold 244 bits that the server's strong source of random numbers gave.
INSERT INTO upr.form_secret (secret)
SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
