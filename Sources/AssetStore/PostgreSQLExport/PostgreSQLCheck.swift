/// What a server has to be before a script changes anything. They are constants: what they compare with are settings.
enum PostgreSQLCheck {
  /// It has nothing yet.
  static let isEmpty = """
    DO $$ BEGIN
      IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'the encoding of this database is %, and the store is in UTF-8', current_setting('server_encoding')
          USING HINT = 'Make one with: createdb --template=template0 --encoding=UTF8';
      END IF;
      IF to_regclass('public.assetstore_copy') IS NOT NULL THEN
        RAISE EXCEPTION 'this database holds a copy of a store already'
          USING HINT = 'Bring it up to date with export --since, or load into an empty database.';
      END IF;
      IF EXISTS (SELECT FROM assetstore_now WHERE to_regclass(name) IS NOT NULL) THEN
        RAISE EXCEPTION 'this database has something else of the name %', (
            SELECT string_agg(name, ', ') FROM assetstore_now WHERE to_regclass(name) IS NOT NULL)
          USING HINT = 'Load into an empty database.';
      END IF;
    END $$
    """

  /// It has the tables, and nothing in them.
  static let hasTables = """
    DO $$ BEGIN
      IF to_regclass('public.assetstore_copy') IS NULL THEN
        RAISE EXCEPTION 'this database has no tables for the store'
          USING HINT = 'Load an export with --schema-only first.';
      END IF;
      IF EXISTS (SELECT FROM public.assetstore_copy) THEN
        RAISE EXCEPTION 'this database holds a copy of a store already'
          USING HINT = 'Bring it up to date with export --since.';
      END IF;
      IF EXISTS (SELECT name, columns FROM assetstore_now
        EXCEPT SELECT name, columns FROM public.assetstore_tables) THEN
        RAISE EXCEPTION 'the tables here are not those of this export'
          USING HINT = 'Load an export with --schema-only of the store as it is now.';
      END IF;
    END $$
    """

  /// Its copy is where the changes begin, or where they end: they may be loaded twice. Others wait until it has them.
  static let isAtRun = """
    DO $$
    DECLARE
      here record;
      since bigint := current_setting('assetstore.since');
      run bigint := current_setting('assetstore.run');
    BEGIN
      IF to_regclass('public.assetstore_copy') IS NULL THEN
        RAISE EXCEPTION 'this database holds no copy of a store'
          USING HINT = 'Load an export without --since first.';
      END IF;
      SELECT * INTO here FROM public.assetstore_copy FOR UPDATE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'this database has the tables of a store and no assets'
          USING HINT = 'Load an export with --data-only first.';
      END IF;
      IF here.store <> current_setting('assetstore.store') THEN
        RAISE EXCEPTION 'this database holds the copy of another store';
      END IF;
      IF here.selection <> current_setting('assetstore.selection') THEN
        RAISE EXCEPTION 'the copy here is of %, and the changes are of %', here.selection,
          current_setting('assetstore.selection') USING HINT = 'Export with the same --type.';
      END IF;
      IF here.run NOT IN (since, run) THEN
        RAISE EXCEPTION 'the copy here is at run %, and these are the changes from run % to run %',
          here.run, since, run USING HINT = format('Export with --since %s.', here.run);
      END IF;
      IF here.finished_at <> current_setting(
        CASE here.run WHEN run THEN 'assetstore.finished_at' ELSE 'assetstore.since_finished_at' END
      ) THEN
        RAISE EXCEPTION 'the run % of the copy here is not that of the store, which was restored since', here.run
          USING HINT = 'Load an export without --since into another database.';
      END IF;
      IF EXISTS (SELECT FROM assetstore_now AS now LEFT JOIN public.assetstore_tables AS there USING (name)
        WHERE there.name IS NULL AND to_regclass(now.name) IS NOT NULL) THEN
        RAISE EXCEPTION 'this database has something else of the name of a new type'
          USING HINT = 'Rename it.';
      END IF;
      IF EXISTS (SELECT FROM public.assetstore_tables AS there JOIN assetstore_now AS now USING (name)
        WHERE there.columns <> now.columns) THEN
        RAISE EXCEPTION 'the definition of % has changed since', (
            SELECT string_agg(name, ', ') FROM public.assetstore_tables AS there
            JOIN assetstore_now AS now USING (name) WHERE there.columns <> now.columns)
          USING HINT = 'Load an export without --since into another database.';
      END IF;
    END $$
    """

  /// Drops the tables that the store has no longer.
  static let dropTables = """
    DO $$
    DECLARE
      gone record;
    BEGIN
      FOR gone IN SELECT * FROM public.assetstore_tables AS there
        WHERE NOT EXISTS (SELECT FROM assetstore_now AS now WHERE now.name = there.name)
      LOOP
        IF gone.tags_view IS NOT NULL THEN EXECUTE 'DROP VIEW ' || gone.tags_view; END IF;
        EXECUTE 'DROP TABLE ' || gone.name;
      END LOOP;
    END $$
    """
}
