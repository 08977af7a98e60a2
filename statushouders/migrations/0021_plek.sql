-- Where a dossier is, in one number: of the gemeente, or minus that of the region for who is not yet
-- gekoppeld. Tables that are read for a whole region at once carry it on each row, as the words of
-- names did already, so that their policies need not look up a person per row.

-- Where the scope of the transaction reaches, said likewise.
create function bereik_plekken() returns bigint[]
language sql stable parallel safe
return bereik_gemeenten() || array(select -regio from unnest(bereik_regios()) regio);

create function zet_plek() returns trigger language plpgsql
security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    -- With a lock: whoever moves the dossier at this moment comes first, or waits.
    select coalesce(dossiergemeente_id, -dossierregio_id) into new.plek
    from statushouders_statushouder where id = new.statushouder_id for share;
    perform eigenaar_opent(vorig);
    return new;
end $$;

create function verhuis_plek() returns trigger language plpgsql
security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    nieuw bigint := coalesce(new.dossiergemeente_id, -new.dossierregio_id);
begin
    perform eigenaar_opent('alles');
    update statushouders_zoekwoord set plek = nieuw where statushouder_id = new.id;
    update statushouders_naam set plek = nieuw where statushouder_id = new.id;
    update statushouders_contactmoment set plek = nieuw where statushouder_id = new.id;
    perform eigenaar_opent(vorig);
    return null;
end $$;

drop trigger zoekwoorden_verhuizen on statushouders_statushouder;
drop function verplaats_zoekwoorden;
create trigger plek_verhuist
    after update of dossiergemeente_id, dossierregio_id on statushouders_statushouder
    for each row when ((old.dossiergemeente_id, old.dossierregio_id)
                       is distinct from (new.dossiergemeente_id, new.dossierregio_id))
    execute function verhuis_plek();

-- The words of a name open as the name does.
drop policy lezen on statushouders_zoekwoord;
create policy lezen on statushouders_zoekwoord for select to verbinder_dossier
    using ((plek = any((select bereik_plekken())::bigint[])
            or statushouder_id = any((select bereik_leest_mee())::bigint[]))
           and not plek = any((select bereik_zonder_namen())::bigint[]));
