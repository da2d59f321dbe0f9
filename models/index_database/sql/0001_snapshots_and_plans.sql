-- The snapshots that are there, and the plans that a site keeps.
CREATE TABLE upr.snapshot (
    name           text PRIMARY KEY,
    format_version integer NOT NULL,           -- of models.index_folder.catalogue_schema
    manifest       text NOT NULL,              -- JSON: models.index_folder.folder.Manifest
    copied         timestamptz NOT NULL DEFAULT now(),
    in_use         boolean NOT NULL
);
CREATE UNIQUE INDEX snapshot_in_use ON upr.snapshot (in_use) WHERE in_use;
CREATE TABLE upr.plan_version (                -- as web.plans.plan_store keeps them in a file
    plan       bytea NOT NULL,                 -- digest of the key in the plan's address
    version    integer NOT NULL,
    ciphertext bytea NOT NULL,
    PRIMARY KEY (plan, version)
);
