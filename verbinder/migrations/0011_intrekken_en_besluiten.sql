-- That a version was withdrawn, and what was decided about it, is added and stays.
do $$
declare
    tabel text;
    versie text;
begin
    foreach tabel in array array['intrekking', 'rapportbesluit'] loop
        versie := case tabel when 'intrekking' then 'versie_id' else 'rapport_id' end;
        execute format('alter table verbinder_%I enable row level security', tabel);
        execute format('alter table verbinder_%I force row level security', tabel);
        execute format('create policy eigenaar on verbinder_%I for all to verbinder_eigenaar'
            ' using (eigenaar_opent_alles()) with check (eigenaar_opent_alles())', tabel);
        execute format('revoke update, delete, truncate on verbinder_%I from verbinder_dossier',
            tabel);
        execute format('create trigger alleen_toevoegen before update or delete on verbinder_%I'
            ' for each row execute function weiger_wijziging()', tabel);
        execute format('create trigger nooit_leegmaken before truncate on verbinder_%I'
            ' for each statement execute function weiger_wijziging()', tabel);
        execute format('create policy toevoegen on verbinder_%I for insert to verbinder_dossier'
            ' with check (telt_voor_versie(%I))', tabel, versie);
    end loop;
end $$;

-- That a report was withdrawn is no secret, as that it exists is none.
create policy lezen on verbinder_intrekking for select to verbinder_dossier using (true);
create policy lezen on verbinder_rapportbesluit for select to verbinder_dossier
    using (telt_voor_versie(rapport_id) or is_gepubliceerd(rapport_id));

-- Adopted or withdrawn: one of the two, whichever came first.
create function begin_intrekking() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('verbinder_versie'), new.versie_id::int);
    if exists (select 1 from verbinder_vaststelling v where v.versie_id = new.versie_id) then
        raise exception 'Deze versie is vastgesteld. Zij wordt niet meer ingetrokken.'
            using errcode = 'insufficient_privilege';
    end if;
    if not exists (
        select 1 from verbinder_stap s where s.versie_id = new.versie_id and s.soort = 'verstuurd')
    then
        raise exception 'Deze versie is nog niet verstuurd.' using errcode = 'check_violation',
            constraint = 'intrekking_na_versturen';
    end if;
    return new;
end $$;

create trigger na_versturen before insert on verbinder_intrekking
    for each row execute function begin_intrekking();

create or replace function begin_vaststelling() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('verbinder_versie'), new.versie_id::int);
    if not exists (
        select 1 from verbinder_stap s where s.versie_id = new.versie_id and s.soort = 'gesloten')
    then
        raise exception 'Sluit eerst de cijfers van deze versie.' using errcode = 'check_violation',
            constraint = 'vaststelling_na_sluiten';
    end if;
    if exists (select 1 from verbinder_intrekking i where i.versie_id = new.versie_id) then
        raise exception 'Deze versie is ingetrokken.' using errcode = 'check_violation',
            constraint = 'vaststelling_niet_na_intrekking';
    end if;
    return new;
end $$;
