-- Rows of a report are added, read, and never changed: not by the app, not by the owner, not by an
-- administrator of the database who forgets what this is.

create function regio_van_versie(versie bigint) returns bigint
language sql stable parallel safe
begin atomic
    select r.regio_id from verbinder_versie v
    join verbinder_rapportage r on r.id = v.rapportage_id
    where v.id = versie;
end;

create function telt_voor_versie(versie bigint) returns boolean
language sql stable parallel safe
return regio_van_versie(versie) = any((select bereik_cijferregios())::bigint[]);

-- Sent as a concept, or adopted: from then on it is a publication.
create function is_gepubliceerd(versie bigint) returns boolean
language sql stable parallel safe
return exists (select 1 from verbinder_stap s where s.versie_id = versie and s.soort = 'verstuurd')
    or exists (select 1 from verbinder_vaststelling v where v.versie_id = versie);

do $$
declare
    tabel text;
begin
    foreach tabel in array array[
        'rapportage', 'versie', 'momentopname', 'cijfer', 'waarcijfer', 'tekst', 'stap', 'bestand',
        'vaststelling']
    loop
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
    end loop;
end $$;

-- That a report exists, and how far it is, is no secret. What stands in it is, until it is sent.
create policy lezen on verbinder_rapportage for select to verbinder_dossier using (true);
create policy lezen on verbinder_versie for select to verbinder_dossier using (true);
create policy lezen on verbinder_stap for select to verbinder_dossier using (true);
create policy lezen on verbinder_vaststelling for select to verbinder_dossier using (true);
create policy lezen on verbinder_momentopname for select to verbinder_dossier
    using (telt_voor_versie(versie_id) or is_gepubliceerd(versie_id));
create policy lezen on verbinder_tekst for select to verbinder_dossier
    using (telt_voor_versie(versie_id) or is_gepubliceerd(versie_id));
create policy lezen on verbinder_bestand for select to verbinder_dossier
    using (telt_voor_versie(versie_id) or is_gepubliceerd(versie_id));
create policy lezen on verbinder_cijfer for select to verbinder_dossier
    using (momentopname_id in (select m.id from verbinder_momentopname m));
-- The true values: only for who counts in the region, whatever became of the report.
create policy lezen on verbinder_waarcijfer for select to verbinder_dossier
    using (momentopname_id in (
        select m.id from verbinder_momentopname m where telt_voor_versie(m.versie_id)));

create policy toevoegen on verbinder_rapportage for insert to verbinder_dossier
    with check (regio_id = any((select bereik_cijferregios())::bigint[]));
create policy toevoegen on verbinder_versie for insert to verbinder_dossier
    with check (rapportage_id in (
        select r.id from verbinder_rapportage r
        where r.regio_id = any((select bereik_cijferregios())::bigint[])));
create policy toevoegen on verbinder_momentopname for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));
create policy toevoegen on verbinder_tekst for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));
create policy toevoegen on verbinder_stap for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));
create policy toevoegen on verbinder_bestand for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));
create policy toevoegen on verbinder_vaststelling for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));
create policy toevoegen on verbinder_cijfer for insert to verbinder_dossier
    with check (momentopname_id in (
        select m.id from verbinder_momentopname m where telt_voor_versie(m.versie_id)));
create policy toevoegen on verbinder_waarcijfer for insert to verbinder_dossier
    with check (momentopname_id in (
        select m.id from verbinder_momentopname m where telt_voor_versie(m.versie_id)));

-- What is added to a version and its vaststelling wait for each other: after it comes nothing. The
-- argument says how a row knows its version, and whether closed figures refuse it already.
create function weiger_toevoeging() returns trigger language plpgsql as $$
declare
    versie bigint;
begin
    for versie in execute case tg_argv[0]
        when 'versie' then 'select distinct versie_id from nieuw'
        else 'select distinct m.versie_id from nieuw n left join verbinder_momentopname m'
            ' on m.id = n.momentopname_id' end
    loop
        perform pg_advisory_xact_lock_shared(hashtext('verbinder_versie'), versie::int);
        if exists (select 1 from verbinder_vaststelling v where v.versie_id = versie) then
            raise exception 'Deze versie is vastgesteld. Er komt niets meer bij.'
                using errcode = 'insufficient_privilege';
        end if;
        if tg_argv[1] = 'cijfers' and exists (
            select 1 from verbinder_stap s where s.versie_id = versie and s.soort = 'gesloten')
        then
            raise exception 'De cijfers van deze versie zijn gesloten.'
                using errcode = 'insufficient_privilege';
        end if;
    end loop;
    return null;
end $$;

create trigger niets_erbij after insert on verbinder_momentopname
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('versie', 'cijfers');
create trigger niets_erbij after insert on verbinder_cijfer
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('momentopname', 'cijfers');
create trigger niets_erbij after insert on verbinder_waarcijfer
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('momentopname', 'cijfers');
create trigger niets_erbij after insert on verbinder_tekst
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('versie', '');
create trigger niets_erbij after insert on verbinder_stap
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('versie', '');
create trigger niets_erbij after insert on verbinder_bestand
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('versie', '');

create function begin_vaststelling() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('verbinder_versie'), new.versie_id::int);
    if not exists (
        select 1 from verbinder_stap s where s.versie_id = new.versie_id and s.soort = 'gesloten')
    then
        raise exception 'Sluit eerst de cijfers van deze versie.' using errcode = 'check_violation',
            constraint = 'vaststelling_na_sluiten';
    end if;
    return new;
end $$;

create trigger na_sluiten before insert on verbinder_vaststelling
    for each row execute function begin_vaststelling();
