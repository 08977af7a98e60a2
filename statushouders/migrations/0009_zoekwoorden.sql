-- The words of a name in a table of their own, so that a search reaches an index: row-level
-- security lets only comparisons that leak nothing decide before the policies do.
create policy eigenaar on statushouders_zoekwoord for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
-- As the name itself.
create policy lezen on statushouders_zoekwoord for select to verbinder_dossier
    using (exists (
        select 1 from statushouders_statushouder p where p.id = statushouder_id
          and not coalesce(
              p.dossiergemeente_id = any((select bereik_zonder_namen())::bigint[]), false)));
create policy toevoegen on statushouders_zoekwoord for insert to verbinder_dossier
    with check (false);
revoke insert, update, delete on statushouders_zoekwoord from verbinder_dossier;
alter table statushouders_zoekwoord enable row level security;
alter table statushouders_zoekwoord force row level security;

create function schrijf_zoekwoorden() returns trigger language plpgsql
security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    if tg_op <> 'INSERT' then
        delete from statushouders_zoekwoord where statushouder_id = old.statushouder_id;
    end if;
    if tg_op <> 'DELETE' then
        insert into statushouders_zoekwoord (statushouder_id, plek, woord)
        select distinct p.id, coalesce(p.dossiergemeente_id, -p.dossierregio_id), woord
        from statushouders_statushouder p, string_to_table(new.zoeknaam, ' ') woord
        where p.id = new.statushouder_id and woord <> '';
    end if;
    perform eigenaar_opent(vorig);
    return null;
end $$;

create trigger zoekwoorden after insert or delete or update of zoeknaam, statushouder_id
    on statushouders_naam for each row execute function schrijf_zoekwoorden();

create function verplaats_zoekwoorden() returns trigger language plpgsql
security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    update statushouders_zoekwoord
    set plek = coalesce(new.dossiergemeente_id, -new.dossierregio_id)
    where statushouder_id = new.id;
    perform eigenaar_opent(vorig);
    return null;
end $$;

create trigger zoekwoorden_verhuizen
    after update of dossiergemeente_id, dossierregio_id on statushouders_statushouder
    for each row when ((old.dossiergemeente_id, old.dossierregio_id)
                       is distinct from (new.dossiergemeente_id, new.dossierregio_id))
    execute function verplaats_zoekwoorden();

-- The index of whole names served no search behind row-level security.
drop index naam_trigram;

create function vul_zoekwoorden() returns void language plpgsql
set search_path = public, pg_temp as $$
begin
    perform eigenaar_opent('alles');
    insert into statushouders_zoekwoord (statushouder_id, plek, woord)
    select distinct p.id, coalesce(p.dossiergemeente_id, -p.dossierregio_id), woord
    from statushouders_naam n join statushouders_statushouder p on p.id = n.statushouder_id
    cross join lateral string_to_table(n.zoeknaam, ' ') woord
    where woord <> '';
    perform eigenaar_opent('');
end $$;
select vul_zoekwoorden();
drop function vul_zoekwoorden();

-- The persons in scope whose words and sounds fit best, the best `hoeveel`. Term n says which part
-- of the question it stands for (`delen`), where its words lie in the index, and what a hit weighs;
-- of each part the best hit counts. What is done with the persons goes through the policies again.
create function zoek_kandidaten(
    delen integer[], vanaf text[], tot text[], gewichten real[], hoeveel integer
) returns bigint[]
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    zonder bigint[] := bereik_zonder_namen();
    meelezend bigint[] := bereik_leest_mee();
    plekken bigint[] := array(
        select g from unnest(bereik_gemeenten()) g where not g = any(zonder)
        union all select -r from unnest(bereik_regios()) r);
    gevonden bigint[];
begin
    perform eigenaar_opent('alles');
    select array_agg(persoon) into gevonden from (
        select t.persoon
        from (
            select z.persoon, v.deel, max(v.gewicht) as gewicht
            from unnest(delen, vanaf, tot, gewichten) as v (deel, vanaf, tot, gewicht)
            cross join lateral (
                select z.statushouder_id as persoon
                from unnest(plekken) as plek (plek)
                cross join lateral (
                    select statushouder_id from statushouders_zoekwoord w
                    where w.plek = plek.plek
                      and w.woord >= v.vanaf collate "C" and w.woord < v.tot collate "C"
                    offset 0) z
                union all
                select w.statushouder_id from statushouders_zoekwoord w
                where w.statushouder_id = any(meelezend)
                  and w.woord >= v.vanaf collate "C" and w.woord < v.tot collate "C"
            ) z
            group by z.persoon, v.deel
        ) t
        group by t.persoon
        order by sum(t.gewicht) desc, t.persoon
        limit hoeveel
    ) beste;
    perform eigenaar_opent(vorig);
    return coalesce(gevonden, '{}');
end $$;
