-- What was recorded at a moment, under the names of the tables: with `bekend_op` before `public` in
-- the search_path, the SQL of a figure measures the past without a word changed. Only the counting
-- role looks here, and only at the columns that figures may read.
create schema bekend_op;
grant usage on schema bekend_op to verbinder_teller;

create function bekend_op.moment() returns timestamptz
language sql stable parallel safe
return current_setting('verbinder.bekend_op')::timestamptz;

-- Make the views anew: one per table with a history, and the ligging with the very SQL that fills
-- the table. Call it again when the counting role may read another column, or when
-- `ligging_berekend` changes; tests/statushouders/test_bekend_op.py tells when that was forgotten.
create function bekend_op.bouw() returns void
language plpgsql set search_path = public, pg_temp as $$
declare
    gebeurtenissen text;
    tabel text;
    kolommen text;
    ligging text := pg_get_viewdef('ligging_berekend'::regclass);
begin
    for tabel in
        select relname from pg_class where relnamespace = 'bekend_op'::regnamespace and relkind = 'v'
    loop
        execute format('drop view if exists bekend_op.%I cascade', tabel);
    end loop;
    for gebeurtenissen, kolommen in
        select c.relname, string_agg(format('e.%I', a.attname), ', ' order by a.attnum)
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and c.relname like 'statushouders\_%event' and not a.attisdropped
          and a.attname not like 'pgh\_%'
          and has_column_privilege('verbinder_teller', c.oid, a.attnum, 'select')
        group by c.relname
    loop
        tabel := left(gebeurtenissen, -length('event'));
        -- The last event of each row up to the moment, unless that took the row away. As an
        -- anti-join, so that a search for one person reaches the index.
        execute format($view$
            create view bekend_op.%I with (security_invoker = true) as
            select %s from public.%I e
            where e.pgh_created_at <= bekend_op.moment() and e.pgh_label <> 'delete'
              and not exists (
                  select 1 from public.%3$I later
                  where later.pgh_obj_id = e.pgh_obj_id
                    and later.pgh_created_at <= bekend_op.moment()
                    and (later.pgh_created_at, later.pgh_id) > (e.pgh_created_at, e.pgh_id))
            $view$, tabel, kolommen, gebeurtenissen);
    end loop;
    perform set_config('search_path', 'bekend_op, public', true);
    execute 'create view bekend_op.statushouders_ligging with (security_invoker = true) as '
        || ligging;
    grant select on all tables in schema bekend_op to verbinder_teller;
end $$;

select bekend_op.bouw();
