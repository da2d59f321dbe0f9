-- What the group roles may do with the shared tables, where the server has them; run after each migration.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'upr_reader') THEN
        GRANT USAGE ON SCHEMA upr TO upr_reader;
        GRANT SELECT ON upr.snapshot TO upr_reader;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'upr_site') THEN
        GRANT USAGE ON SCHEMA upr TO upr_site;
        GRANT SELECT ON upr.snapshot, upr.form_secret TO upr_site;
        GRANT SELECT, INSERT, UPDATE, DELETE ON upr.plan_version, upr.kept_question, upr.kept_list TO upr_site;
    END IF;
END
$$;
