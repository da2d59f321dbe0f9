-- The index of neighbours of vectors of so many numbers, and the function that asks it. Half precision halves the index;
-- the function compares the neighbours by the vectors themselves. Its mask has a bit for each text row; the first of a
-- byte is its lowest.
CREATE INDEX text_vector_neighbours ON text_vector
USING hnsw ((vector::halfvec({dimension})) halfvec_ip_ops) WITH (m = 24, ef_construction = 200);

-- The settings hold within the function. Where a mask leaves out many of the nearest, the index goes on to those after;
-- the planner, which cannot know how many a mask leaves, would rather sort all texts.
CREATE FUNCTION neighbours(mask bytea, query vector, wanted integer)
RETURNS TABLE (number bigint, cosine double precision)
LANGUAGE sql STABLE
SET hnsw.ef_search = {most} SET hnsw.iterative_scan = relaxed_order SET hnsw.max_scan_tuples = 100000
SET enable_seqscan = off
AS $$
    WITH nearest AS MATERIALIZED (
        SELECT row, vector FROM text_vector WHERE get_bit(mask, row) = 1
        ORDER BY vector::halfvec({dimension}) <#> query::halfvec({dimension}) LIMIT wanted
    )
    SELECT row, -(vector <#> query) FROM nearest
$$;
