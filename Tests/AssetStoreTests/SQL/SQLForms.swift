/// Statements as people write them who know PostgreSQL: each form at least once.
enum SQLForms {
  static let statements = text.split(separator: "\n").map(String.init)

  private static let text = #"""
    SELECT left(status, 2), right(status, 2) FROM zeta.widget
    SELECT left(status, -1), right(status, -1) FROM zeta.widget
    SELECT size::numeric(10,2) FROM zeta.widget
    SELECT ratio::numeric(10,2), ratio::numeric FROM zeta.widget
    SELECT string_agg(status, ',' ORDER BY _key DESC) FROM zeta.widget
    SELECT string_agg(DISTINCT status, ',' ORDER BY status DESC) FROM zeta.widget
    SELECT string_agg(status, ', ' ORDER BY size DESC NULLS LAST, _key) FROM zeta.widget
    SELECT string_agg(_key || status, _key) FROM zeta.widget
    SELECT array_agg(_key ORDER BY size DESC NULLS LAST) FROM zeta.widget
    SELECT array_agg(DISTINCT status ORDER BY status) FROM zeta.widget
    SELECT DISTINCT ON (account_id) account_id, _key FROM zeta.widget ORDER BY account_id, _key DESC
    SELECT DISTINCT ON (account_id) account_id, _key FROM zeta.widget ORDER BY account_id, size DESC NULLS LAST LIMIT 1
    SELECT DISTINCT ON (status) status, size FROM zeta.widget ORDER BY status, size
    SELECT w._key, x.n FROM zeta.widget w, LATERAL (SELECT count(*) AS n FROM zeta.event e WHERE e.account_id = w.account_id) x
    SELECT w._key, x.k FROM zeta.widget w CROSS JOIN LATERAL (SELECT e._key AS k FROM zeta.event e WHERE e.account_id = w.account_id ORDER BY e.created DESC LIMIT 1) x
    SELECT w._key, x.k FROM zeta.widget w LEFT JOIN LATERAL (SELECT e._key AS k FROM zeta.event e WHERE e.account_id = w.account_id ORDER BY e.created DESC LIMIT 1) x ON true
    SELECT w._key, x.k, x.c FROM zeta.widget w LEFT JOIN LATERAL (SELECT e._key AS k, e.created AS c FROM zeta.event e WHERE e.account_id = w.account_id) x ON true ORDER BY 1, 2
    SELECT w._key, u.x FROM zeta.widget w, LATERAL unnest(names) AS u(x)
    SELECT w._key, u.x FROM zeta.widget w CROSS JOIN LATERAL unnest(w.names) AS u(x)
    SELECT w._key, u.x FROM zeta.widget w LEFT JOIN LATERAL unnest(w.names) AS u(x) ON true
    SELECT w._key, u.x, u.o FROM zeta.widget w CROSS JOIN unnest(w.names) WITH ORDINALITY AS u(x, o)
    SELECT w._key, k, v FROM zeta.widget w, LATERAL each(w.tags) AS t(k, v)
    SELECT w._key, e.key, e.value FROM zeta.widget w, each(tags) e
    SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(a, b)
    SELECT a + 1, b || '!' FROM (VALUES (1, 'a'), (2, 'b')) AS t(a, b) WHERE a > 1
    VALUES (1, 'x'), (2, NULL)
    SELECT w._key, t.note FROM zeta.widget w JOIN (VALUES ('a', 'first'), ('b', 'second')) AS t(k, note) ON t.k = w._key
    SELECT _key FROM zeta.widget WHERE size > ALL (SELECT size FROM zeta.widget WHERE size < 50)
    SELECT _key FROM zeta.widget WHERE size > ALL (ARRAY[1, 5])
    SELECT _key FROM zeta.widget WHERE size >= ANY (SELECT size FROM zeta.widget WHERE size > 10)
    SELECT _key FROM zeta.widget WHERE size <> ALL (SELECT size FROM zeta.widget WHERE _key = 'a')
    SELECT _key FROM zeta.widget WHERE size < SOME (ARRAY[10, 20])
    SELECT _key FROM zeta.widget WHERE status LIKE ANY (ARRAY['o%', 'f%'])
    SELECT _key FROM zeta.widget WHERE status NOT LIKE ALL (ARRAY['o%', 'x%'])
    SELECT _key FROM zeta.widget WHERE status ILIKE ANY (ARRAY['O%'])
    SELECT _key FROM zeta.widget WHERE status ~ ANY (ARRAY['^o', '^z'])
    SELECT _key FROM zeta.widget WHERE enabled IS UNKNOWN
    SELECT _key FROM zeta.widget WHERE enabled IS NOT UNKNOWN
    SELECT _key FROM zeta.widget WHERE (size > 10) IS NOT TRUE
    SELECT _key FROM zeta.widget ORDER BY _key FETCH FIRST 2 ROWS ONLY
    SELECT _key FROM zeta.widget ORDER BY _key OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY
    SELECT _key FROM zeta.widget ORDER BY _key FETCH FIRST ROW ONLY
    SELECT _key FROM zeta.widget ORDER BY _key OFFSET 2
    SELECT _key FROM zeta.widget ORDER BY _key LIMIT ALL OFFSET 1
    (SELECT _key FROM zeta.widget) UNION ALL (SELECT _key FROM zeta.event) ORDER BY 1
    (SELECT _key FROM zeta.widget ORDER BY _key LIMIT 1) UNION ALL (SELECT _key FROM zeta.event ORDER BY _key LIMIT 1)
    (SELECT 1 AS x UNION SELECT 2) INTERSECT SELECT 2 ORDER BY x
    SELECT 1 AS x UNION (SELECT 2 INTERSECT SELECT 2) ORDER BY x
    SELECT account_id FROM zeta.widget EXCEPT ALL SELECT account_id FROM zeta.event
    SELECT account_id FROM zeta.widget INTERSECT ALL SELECT account_id FROM zeta.event
    SELECT account_id FROM zeta.widget EXCEPT SELECT account_id FROM zeta.event
    SELECT substring(status FROM 1 FOR 3) FROM zeta.widget
    SELECT substring(status FROM 2), substring(status FOR 2) FROM zeta.widget
    SELECT substring(status FROM '[a-f]+') FROM zeta.widget
    SELECT substring(status, 'o(.)') FROM zeta.widget
    SELECT position('k' IN status) FROM zeta.widget
    SELECT stddev(size), variance(size), stddev_pop(size), var_pop(size), stddev_samp(size), var_samp(size) FROM zeta.widget
    SELECT stddev(ratio), variance(ratio), stddev_pop(ratio) FROM zeta.widget
    SELECT g FROM generate_series(1, 5) AS g
    SELECT g FROM generate_series(10, 1, -3) g
    SELECT g::date FROM generate_series(TIMESTAMP '2024-01-01', TIMESTAMP '2024-03-01', INTERVAL '1 month') AS g
    SELECT d FROM generate_series('2024-01-01'::timestamp, '2024-01-03'::timestamp, '1 day') AS d
    SELECT g.n, count(w._key) FROM generate_series(1, 3) AS g(n) LEFT JOIN zeta.widget w ON length(w.status) > g.n GROUP BY 1 ORDER BY 1
    SELECT generate_series(1, 3)
    SELECT _key, unnest(names) FROM zeta.widget
    SELECT unnest(ARRAY[1,2]) + 1
    SELECT account_id, status, count(*) FROM zeta.widget GROUP BY GROUPING SETS ((account_id), (status), ()) ORDER BY 1, 2
    SELECT account_id, status, count(*), grouping(account_id, status) FROM zeta.widget GROUP BY ROLLUP (account_id, status) ORDER BY 4, 1, 2
    SELECT account_id, status, count(*) FROM zeta.widget GROUP BY CUBE (account_id, status) ORDER BY 1, 2, 3
    SELECT account_id, sum(size) FROM zeta.widget GROUP BY ROLLUP (account_id) HAVING sum(size) > 10 ORDER BY 1
    SELECT created AT TIME ZONE 'UTC' FROM zeta.widget
    SELECT age(seen, created) FROM zeta.widget
    SELECT age(TIMESTAMP '2024-05-01', TIMESTAMP '2023-12-31 12:00')
    SELECT make_date(2024, 2, 29), to_date('2024-03-05', 'YYYY-MM-DD'), to_date('05 Mar 2024', 'DD Mon YYYY')
    SELECT make_timestamp(2024, 1, 2, 3, 4, 5.5)
    SELECT json_agg(_key ORDER BY _key DESC) FROM zeta.widget
    SELECT json_agg(size) FROM zeta.widget
    SELECT json_agg(config) FROM zeta.widget
    SELECT json_build_object('k', _key, 's', size, 't', tags, 'n', names) FROM zeta.widget
    SELECT json_agg(json_build_object('k', _key, 'n', size)) FROM zeta.widget
    SELECT json_object_agg(_key, size) FROM zeta.widget
    SELECT json_object_keys(config) FROM zeta.widget WHERE _key IN ('a','b')
    SELECT w._key, k FROM zeta.widget w, json_object_keys(config) k WHERE _key IN ('a','b')
    SELECT skeys(tags) FROM zeta.widget
    SELECT svals(tags) FROM zeta.widget
    SELECT k, count(*) FROM zeta.widget, skeys(tags) AS k GROUP BY k ORDER BY k
    SELECT DISTINCT k FROM zeta.widget, skeys(tags) k
    SELECT DISTINCT skeys(tags) FROM zeta.widget
    SELECT delete(tags, 'env'), delete(tags, ARRAY['env','n']), delete(tags, 'env=>prod') FROM zeta.widget
    SELECT delete(tags, 'env=>prod'::hstore) FROM zeta.widget
    SELECT hstore('a', 'b'), hstore(ARRAY['a','b'], ARRAY['1','2'])
    SELECT names[1:1], names[2:], names[:1] FROM zeta.widget
    SELECT (ARRAY[1,2,3,4])[2:3]
    SELECT ARRAY(SELECT _key FROM zeta.widget ORDER BY _key DESC)
    SELECT ARRAY(SELECT size FROM zeta.widget WHERE size IS NOT NULL ORDER BY 1)
    SELECT x, n FROM unnest(ARRAY['a','b']) WITH ORDINALITY AS t(x, n)
    SELECT * FROM unnest(ARRAY['a','b']) WITH ORDINALITY
    SELECT * FROM unnest(ARRAY['a','b'], ARRAY[1,2,3]) AS t(x, y)
    SELECT * FROM unnest(ARRAY['a','b'], ARRAY[1,2,3]) WITH ORDINALITY AS t(x, y, n)
    SELECT regexp_matches('foobar', '(o+)(b)')
    SELECT m FROM regexp_matches('a1b22', '[0-9]+', 'g') AS m
    SELECT m[1] FROM regexp_matches('a1b22', '([a-z])([0-9]+)', 'g') AS m
    SELECT _key, m[1] FROM zeta.widget, regexp_matches(status, '(.)$') m
    SELECT regexp_split_to_array('a,b;c', '[,;]')
    SELECT (regexp_split_to_array(account_id, '0+'))[2] FROM zeta.widget
    SELECT md5(_key) FROM zeta.widget
    SELECT tags ? 'env', tags ?| ARRAY['env','x'], tags ?& ARRAY['env','n'] FROM zeta.widget WHERE tags IS NOT NULL
    SELECT tags @> 'env=>prod', 'env=>prod' <@ tags FROM zeta.widget WHERE tags IS NOT NULL
    SELECT tags || 'x=>y'::hstore, tags || hstore('x', 'y') FROM zeta.widget
    SELECT tags - ARRAY['env'], tags - 'env'::text, tags - 'env=>prod'::hstore FROM zeta.widget
    SELECT names && ARRAY['a'], names @> ARRAY['a'], names <@ ARRAY['a','b'] FROM zeta.widget
    SELECT names || 'z'::text, 'z'::text || names FROM zeta.widget
    SELECT ports || 5, 5 || ports FROM zeta.widget
    SELECT tags -> ARRAY['env','n'] FROM zeta.widget
    SELECT slice(tags, ARRAY['env']) FROM zeta.widget
    SELECT hstore_to_json(tags) FROM zeta.widget
    SELECT INTERVAL '1 day 2 hours', INTERVAL '90 minutes', INTERVAL '1.5 days'
    SELECT EXTRACT(epoch FROM INTERVAL '1 day'), EXTRACT(hour FROM INTERVAL '26 hours'), EXTRACT(day FROM INTERVAL '3 days 4 hours')
    SELECT EXTRACT(epoch FROM seen - created), EXTRACT(day FROM seen - created) FROM zeta.widget
    SELECT INTERVAL '100 milliseconds', INTERVAL '1500 ms', INTERVAL '250 microseconds'
    SELECT seen - created FROM zeta.widget
    SELECT TIMESTAMP '2024-05-01' - TIMESTAMP '2024-04-01 12:00'
    SELECT date '2024-05-01' - date '2024-04-01'
    SELECT seen::date - created::date FROM zeta.widget
    SELECT seen + INTERVAL '1 month' FROM zeta.widget
    SELECT seen - INTERVAL '1 year 2 months 3 days' FROM zeta.widget
    SELECT EXTRACT(dow FROM seen), EXTRACT(isodow FROM seen), EXTRACT(doy FROM seen), EXTRACT(week FROM seen), EXTRACT(quarter FROM seen) FROM zeta.widget
    SELECT EXTRACT(dow FROM TIMESTAMP '2024-05-05')
    SELECT date_part('dow', TIMESTAMP '2024-05-05')
    SELECT to_char(seen, 'YYYY-MM-DD HH24:MI:SS'), to_char(created, 'Mon DD, YYYY'), to_char(seen, 'Day') FROM zeta.widget
    SELECT date_trunc('week', seen), date_trunc('quarter', seen), date_trunc('hour', seen) FROM zeta.widget
    SELECT concat(_key, ':', size, enabled), concat_ws('-', _key, NULL, status) FROM zeta.widget
    SELECT initcap('hello world-foo'), reverse('abc'), repeat('ab', 3), lpad('5', 3, '0'), rpad('a', 3, 'xy')
    SELECT split_part('a.b.c', '.', 2), split_part('a.b.c', '.', -1)
    SELECT translate('12345', '143', 'ax'), overlay('Txxxxas' PLACING 'hom' FROM 2 FOR 4)
    SELECT trim(BOTH 'x' FROM 'xxaxx'), trim(LEADING FROM '  a'), ltrim('zzytest', 'xyz')
    SELECT starts_with(status, 'o') FROM zeta.widget
    SELECT string_to_array('a,b,,c', ','), array_to_string(ARRAY['a',NULL,'b'], ',', '*')
    SELECT unnest(string_to_array('a,b', ','))
    SELECT regexp_replace('foobarbaz', 'b..', 'X', 'g'), regexp_replace('foobarbaz', 'b(..)', '[\1]')
    SELECT regexp_match('foobar', '(foo)(bar)'), (regexp_match('abc123', '[0-9]+'))[1]
    SELECT array_length(names, 1), cardinality(names), array_position(names, 'b'), array_remove(names, 'a'), array_append(names, 'c'), array_cat(names, ARRAY['q']) FROM zeta.widget
    SELECT greatest(1, 2.5, NULL), least('b', 'a'), coalesce(NULL, 5), nullif(1, 1)
    SELECT num_nulls(1, NULL), num_nonnulls(1, NULL)
    SELECT bool_and(enabled), bool_or(enabled), every(enabled) FROM zeta.widget
    SELECT count(*) FILTER (WHERE size > 10), sum(size) FILTER (WHERE enabled), avg(size) FROM zeta.widget
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY size), percentile_disc(0.5) WITHIN GROUP (ORDER BY size), mode() WITHIN GROUP (ORDER BY status) FROM zeta.widget
    SELECT rank() OVER (ORDER BY size), dense_rank() OVER (PARTITION BY account_id ORDER BY size), row_number() OVER (ORDER BY _key), lag(size) OVER (ORDER BY _key), first_value(size) OVER (ORDER BY _key), ntile(2) OVER (ORDER BY _key) FROM zeta.widget
    SELECT _key, sum(size) OVER (ORDER BY _key ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM zeta.widget ORDER BY 1
    SELECT _key, avg(size) OVER w, max(seen) OVER w FROM zeta.widget WINDOW w AS (PARTITION BY account_id ORDER BY _key) ORDER BY 1
    SELECT account_id, sum(count(*)) OVER (ORDER BY account_id) FROM zeta.widget GROUP BY account_id ORDER BY 1
    SELECT _key, nth_value(_key, 2) OVER (ORDER BY _key) FROM zeta.widget ORDER BY 1
    SELECT _key, last_value(_key) OVER (ORDER BY _key RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM zeta.widget ORDER BY 1
    WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t
    WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
    WITH a AS (SELECT * FROM zeta.widget), b AS (SELECT _key FROM a WHERE size > 5) SELECT * FROM b
    SELECT (SELECT max(size) FROM zeta.widget), _key FROM zeta.widget
    SELECT _key FROM zeta.widget w WHERE EXISTS (SELECT 1 FROM zeta.event e WHERE e.account_id = w.account_id)
    SELECT _key FROM zeta.widget WHERE (account_id, status) IN (('000000000123', 'ok'), ('123456789012', 'ok'))
    SELECT _key FROM zeta.widget WHERE (account_id, created) IN (SELECT account_id, created FROM zeta.event)
    SELECT _key FROM zeta.widget WHERE (size, _key) > (5, 'a')
    SELECT _key FROM zeta.widget WHERE ROW(size, _key) = ROW(5, 'a')
    SELECT row(1, 'a') = row(1, 'a')
    SELECT (1, 2) < (1, 3)
    SELECT CASE status WHEN 'ok' THEN 1 WHEN 'failed' THEN 2 ELSE 0 END FROM zeta.widget
    SELECT CAST('5' AS int), '5'::int, int '5', CAST(size AS text) FROM zeta.widget
    SELECT TRUE::int, 1::boolean, 'yes'::boolean, 't'::bool
    SELECT size::text || 'x', size::varchar(2), enabled::text FROM zeta.widget
    SELECT '{"a": {"b": [1, 2]}}'::json #>> '{a,b,0}', '{"a": 1}'::jsonb -> 'a', '[1,2]'::json -> -1, '[1,2]'::jsonb ->> 0
    SELECT key, value FROM json_each('{"a":1,"b":"x"}')
    SELECT key, value FROM json_each_text('{"a":1,"b":"x"}')
    SELECT key, value FROM jsonb_each_text('{"a":1,"b":"x"}')
    SELECT e->>'a' FROM json_array_elements('[{"a":1},{"a":2}]') AS e
    SELECT config->'P' FROM zeta.widget WHERE config->>'P' IS NOT NULL
    SELECT config #> '{P,A}' FROM zeta.widget
    SELECT json_typeof(config) FROM zeta.widget
    SELECT to_json(tags), to_jsonb(names), to_json(_key) FROM zeta.widget
    SELECT _key FROM zeta.widget WHERE size BETWEEN SYMMETRIC 20 AND 5
    SELECT _key FROM zeta.widget WHERE status COLLATE "C" > 'a'
    SELECT _key FROM zeta.widget ORDER BY status COLLATE "C", _key
    SELECT count(*) FROM (SELECT account_id FROM zeta.widget) w NATURAL JOIN (SELECT account_id FROM zeta.event) e
    SELECT a._key, b._key FROM zeta.widget a FULL JOIN zeta.event b ON a._key = b._key ORDER BY 1, 2
    SELECT a._key, b._key FROM zeta.widget a RIGHT JOIN zeta.event b ON a.account_id = b.account_id ORDER BY 1, 2
    SELECT count(*), count(size), count(DISTINCT account_id) FROM zeta.widget
    SELECT sum(DISTINCT size) FROM zeta.widget
    SELECT account_id, array_agg(_key) FROM zeta.widget GROUP BY account_id ORDER BY account_id
    SELECT extract(year FROM created), count(*) FROM zeta.widget GROUP BY 1 ORDER BY 1
    SELECT date_trunc('month', created) AS m, count(*) FROM zeta.widget GROUP BY m ORDER BY m
    SELECT created::date = '2024-01-01' FROM zeta.widget
    SELECT '2024-01-01'::date + 5, '2024-01-01'::date + INTERVAL '5 hours'
    SELECT date '2024-01-31' + interval '1 month'
    SELECT greatest(created, seen), least(created, '2024-03-01') FROM zeta.widget
    SELECT 'a' < 'B', 'Z' < 'a'
    SELECT 1 AS "Weird Name", 2 AS b
    SELECT _key, size FROM zeta.widget ORDER BY size DESC
    SELECT _key, size FROM zeta.widget ORDER BY 2 DESC NULLS LAST, 1
    SELECT status, _key FROM zeta.widget ORDER BY lower(status), _key DESC
    SELECT (size+1)*2 FROM zeta.widget
    SELECT _key FROM zeta.widget WHERE names = '{a,b}'
    SELECT _key FROM zeta.widget WHERE 'a' = ANY(names) AND NOT 'b' = ANY(names)
    SELECT _key FROM zeta.widget WHERE array_length(names, 1) IS NULL
    SELECT DISTINCT account_id, status FROM zeta.widget ORDER BY 1, 2
    SELECT upper(status) AS s, count(*) FROM zeta.widget GROUP BY s HAVING count(*) > 1
    SELECT tags->'env' AS env, count(*) FROM zeta.widget GROUP BY env ORDER BY count(*) DESC, env
    SELECT coalesce(tags->'env', 'none') FROM zeta.widget
    SELECT sum(x) FROM (SELECT size AS x FROM zeta.widget UNION ALL SELECT 1) q
    SELECT ARRAY[[1,2],[3,4]], (ARRAY[[1,2],[3,4]])[2][1]
    SELECT lower(_key) FROM zeta.widget WHERE _key = lower('A')
    SELECT (SELECT array_agg(k ORDER BY k) FROM skeys(tags) k) FROM zeta.widget
    SELECT _key, (SELECT count(*) FROM unnest(names)) FROM zeta.widget
    SELECT bool 'true', text 'x', date '2024-01-01', timestamp '2024-01-01 10:00', numeric '1.50'
    SELECT regexp_split_to_table('a b', ' ')
    SELECT string_to_table('a,b', ',')
    SELECT to_timestamp(1700000000), to_timestamp('2024-01-02', 'YYYY-MM-DD')
    SELECT cast(size AS smallint), size::int2, ratio::real FROM zeta.widget
    SELECT 5 / 2, -5 / 2, 5.0 / 2, 5 % -3, -5 % 3
    SELECT 0.1 + 0.2, 0.1::float8 + 0.2::float8, 1.0, 1.10 * 2
    SELECT round(2.5::float8), round(-2.5), round(3.5::float8), round(1234.567, -2)
    SELECT count(*) = 4, max(size) - min(size) FROM zeta.widget
    SELECT INTERVAL '1 month' > ALL (SELECT INTERVAL '1 day' * 2), INTERVAL '1 day' = ANY (SELECT INTERVAL '24 hours')
    SELECT INTERVAL '1 day' IN (SELECT INTERVAL '24 hours'), INTERVAL '2 days' < ANY (SELECT INTERVAL '1 month')
    SELECT ARRAY[1.0] IN (SELECT ARRAY[1]::numeric[]), ARRAY[1, 2] > ALL (SELECT ARRAY[1, 1])
    SELECT array_agg(DISTINCT created), array_agg(created ORDER BY created DESC) FROM zeta.widget
    SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY created) FROM zeta.widget
    SELECT created = ANY (ARRAY[TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-01 00:00:00.5']) FROM zeta.widget
    SELECT created >= ALL (SELECT created FROM zeta.event), ARRAY[created, seen] FROM zeta.widget
    SELECT to_json(ARRAY[created]), json_agg(created), json_build_object('c', created, 'a', ARRAY[seen]) FROM zeta.widget GROUP BY created, seen
    SELECT (ARRAY[created, seen])[1] + INTERVAL '1 day', array_position(ARRAY[created], created) FROM zeta.widget
    SELECT account_id, status, count(*) FROM zeta.widget WHERE status = 'ok' GROUP BY ROLLUP (account_id, status)
    SELECT upper(status), status, count(*) FROM zeta.widget GROUP BY CUBE (upper(status), status)
    SELECT status, size FROM zeta.widget ORDER BY status FETCH FIRST 2 ROWS WITH TIES
    SELECT status FROM zeta.widget ORDER BY status OFFSET 1 FETCH FIRST 1 ROW WITH TIES
    SELECT DISTINCT status FROM zeta.widget ORDER BY 1 FETCH FIRST 1 ROW WITH TIES
    SELECT account_id, count(*) FROM zeta.widget GROUP BY 1 ORDER BY count(*) DESC FETCH FIRST 1 ROW WITH TIES
    SELECT account_id FROM zeta.widget UNION ALL SELECT account_id FROM zeta.event ORDER BY 1 FETCH FIRST 1 ROW WITH TIES
    WITH q AS (SELECT status AS s FROM zeta.widget) SELECT s FROM q ORDER BY s FETCH FIRST 2 ROWS WITH TIES
    SELECT DISTINCT ON (status) status, size FROM zeta.widget ORDER BY status, size FETCH FIRST 1 ROW WITH TIES
    SELECT host(inet '192.168.1.5/24'), network(inet '192.168.1.5/24'), netmask(inet '192.168.1.5/24'), masklen(inet '192.168.1.5/24'), broadcast(inet '192.168.1.5/24'), family(inet '::1'), hostmask(inet '10.1.2.3/20'), set_masklen(inet '10.0.0.1/8', 16)
    SELECT host('10.0.0.1'), network('10.0.0.5'), masklen('10.0.0.5'), INET '10.1/16', CIDR '10.0.0.0/8'
    SELECT inet '192.168.1.5' << inet '192.168.1.0/24', inet '192.168.1.0/24' <<= inet '192.168.1.0/24', inet '10.0.0.0/8' >> inet '10.1.2.3', inet '192.168.1.0/24' && inet '192.168.1.128/25', inet '10.0.0.1' << '10.0.0.0/8', inet '10.0.0.0/8' >>= '10.0.0.0/8'
    SELECT row_number() OVER (ORDER BY x), x FROM (VALUES (inet '10.0.0.1'), ('9.0.0.0/8'), ('10.0.0.0/8'), ('::1'), ('10.0.0.0/16'), ('10.0.0.1/8')) v(x)
    SELECT max(x), min(x), count(DISTINCT x), array_agg(x ORDER BY x), json_agg(x) FROM (VALUES (inet '10.0.0.1'), ('9.0.0.0/8'), ('10.0.0.0/8')) v(x)
    SELECT inet '10.0.0.1' || 'x', (inet '10.0.0.1')::text, inet '10.0.0.1' = inet '10.0.0.1/32', cidr '10.0.0.0/8' = inet '10.0.0.0/8', concat(inet '10.0.0.1', cidr '10.0.0.1')
    SELECT '10.0.0.1/8'::inet::cidr, (cidr '10.0.0.0/8')::inet, ARRAY[inet '10.0.0.1']::text
    SELECT inet '::ffff:1.2.3.4', inet '::1.2.3.4', inet '2001:db8:0:0:1:0:0:1', inet '::', inet '1::', inet '0:0:0:0:0:1:2:3', inet '::5:6', network(inet '2001:db8::5/64'), broadcast(inet '2001:db8::5/64')
    SELECT 'abc' SIMILAR TO 'a%', 'abc' SIMILAR TO '_b_', 'abc' SIMILAR TO 'a(b|x)c', 'abc' SIMILAR TO 'ab', 'abc' SIMILAR TO 'a.c', 'a%c' SIMILAR TO 'a\%c', 'axc' SIMILAR TO 'a#_c' ESCAPE '#', 'abc' SIMILAR TO '[a-c]+', 'abbb' SIMILAR TO 'ab{3}', NULL SIMILAR TO 'a', 'abc' NOT SIMILAR TO 'a%'
    SELECT (DATE '2024-01-01', INTERVAL '10 days') OVERLAPS (DATE '2024-01-05', INTERVAL '1 day'), (DATE '2024-01-01', DATE '2024-01-02') OVERLAPS (DATE '2024-01-02', DATE '2024-01-03'), (TIMESTAMP '2024-01-01', NULL) OVERLAPS (TIMESTAMP '2023-01-01', TIMESTAMP '2025-01-01')
    SELECT (created, seen) OVERLAPS ('2024-01-01', '2024-02-01') FROM zeta.widget
    SELECT EXTRACT(timezone_hour FROM created), EXTRACT(century FROM created), EXTRACT(decade FROM created), EXTRACT(millennium FROM created) FROM zeta.widget
    SELECT hstore(ARRAY['a','b','c','d']), hstore(ARRAY['a','b'], NULL)
    SELECT array_replace(names, 'a', 'q'), array_positions(names, 'a'), array_replace(ports, 9007199254740993, 5) FROM zeta.widget
    SELECT bool_or(tags IS NULL) FILTER (WHERE false) OVER (ORDER BY _key ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), min(size) FILTER (WHERE enabled) OVER (ORDER BY _key ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM zeta.widget
    SELECT EXISTS (SELECT 1 FROM zeta.event e WHERE e.account_id = w.account_id), count(*) FROM zeta.widget w GROUP BY EXISTS (SELECT 1 FROM zeta.event e WHERE e.account_id = w.account_id)
    SELECT ports AS p FROM zeta.widget INTERSECT SELECT ARRAY[9007199254740993, 1] FROM zeta.widget
    SELECT array_cat(ports, ARRAY[1]), array_append(ports, 1), ports || 1, CASE WHEN enabled THEN ARRAY[1] ELSE ports END FROM zeta.widget
    SELECT stddev(size), variance(size), var_pop(size), stddev_pop(size), stddev(size * 1.5), variance(ports[1]), stddev(_id), stddev_pop(0.5) FROM zeta.widget
    SELECT EXTRACT(isoyear FROM created), EXTRACT(isoyear FROM TIMESTAMP '2021-01-03'), EXTRACT(isoyear FROM TIMESTAMP '2024-12-30') FROM zeta.widget
    SELECT account_id, status, count(*) FROM zeta.widget GROUP BY (account_id, status)
    SELECT _key, row_number() OVER (PARTITION BY (account_id, status) ORDER BY (status, _key) DESC) FROM zeta.widget ORDER BY (account_id, _key) DESC
    """#
}
