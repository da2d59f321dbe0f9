-- What the group roles may do with the tables of a snapshot, whose schema is given.
DO $$
DECLARE
    role name;
BEGIN
    FOR role IN SELECT rolname FROM pg_roles WHERE rolname IN ('upr_reader', 'upr_site') LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA {schema} TO %I', role);
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO %I', role);
    END LOOP;
END
$$;
