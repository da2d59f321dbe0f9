-- Roles, database and extension for an index in PostgreSQL (docs/postgresql.md), once, as an administrator:
--     OWNER_PASSWORD=… WEB_PASSWORD=… psql --file deploy/roles.sql
-- pgvector is no extension that an owner may make.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv web_password WEB_PASSWORD
CREATE ROLE upr_owner LOGIN PASSWORD :'owner_password'; -- writes the index: upr index, upr copy
CREATE ROLE upr_reader;                                 -- group: reads the record
CREATE ROLE upr_site;                                   -- group: reads the record, keeps plans and searches
CREATE ROLE web LOGIN PASSWORD :'web_password' IN ROLE upr_site;
CREATE DATABASE upr OWNER upr_owner;
\connect upr
CREATE EXTENSION vector;
