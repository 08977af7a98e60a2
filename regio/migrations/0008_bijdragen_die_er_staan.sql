-- Who loads a circulaire for all regions reads no ledger but what was loaded. This says of each
-- bijdrage only that it stands, and for how much; for who manages a region.
create function bijdragen_die_er_staan()
returns table (regio_id bigint, herkomstjaar smallint, soort varchar, circulaire varchar,
               bedrag numeric)
language sql stable security definer set search_path = public, pg_temp
as $$
    select b.regio_id, b.herkomstjaar, b.soort, b.circulaire, sum(b.bedrag)
    from regio_bijdrage b
    where cardinality(bereik_beheerregios()) > 0
    group by b.regio_id, b.herkomstjaar, b.soort, b.circulaire
    having sum(b.bedrag) <> 0
$$;
revoke execute on function bijdragen_die_er_staan() from public;
grant execute on function bijdragen_die_er_staan() to verbinder_dossier;
