-- How many places of each agreement are filled, by whomever: a number, and nobody. A plaatsing fills
-- a place, and so does a traject under the agreement that has not ended, of who fills none yet.
create or replace function vervulde_plaatsen(afspraken bigint[])
returns table (afspraak bigint, vervuld bigint)
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    return query
        with plek as (
            select k.afspraak_id, k.statushouder_id
            from statushouders_afspraakplek k
            join statushouders_plaatsing p on p.id = k.plaatsing_id and p.ingetrokken_op is null
            where k.afspraak_id = any(afspraken)
        ), bezet as (
            select plek.afspraak_id, plek.statushouder_id from plek
            union all
            select distinct v.afspraak_id, v.statushouder_id
            from statushouders_trajectvragen v
            join statushouders_traject t
                on t.id = v.traject_id and t.actielijn_id = 2 and t.einddatum is null
            where v.afspraak_id = any(afspraken)
              and not exists (select 1 from plek p where p.afspraak_id = v.afspraak_id
                              and p.statushouder_id = v.statushouder_id)
        )
        select b.afspraak_id, count(*) from bezet b group by b.afspraak_id;
    perform eigenaar_opent(vorig);
end $$;
