-- Figures are read by who may not count in the region only in their published form: after the
-- audit, with what it left out. The verdict itself tells of secrets, so it is for the maker; what a
-- gemeente knows of itself is for that gemeente as well.

do $$
declare
    tabel text;
begin
    foreach tabel in array array['controle', 'eigencijfers'] loop
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

drop policy lezen on verbinder_momentopname;
create policy lezen on verbinder_momentopname for select to verbinder_dossier
    using (telt_voor_versie(versie_id) or (van_id is not null and is_gepubliceerd(versie_id)));

create policy lezen on verbinder_controle for select to verbinder_dossier
    using (telt_voor_versie(versie_id));
create policy toevoegen on verbinder_controle for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));

-- Of a report that was sent or adopted: until then the figures may still change.
create function gemeente_is_van_bereik(welke text) returns boolean
language sql stable parallel safe
return exists (select 1 from regio_gemeente g
               where g.code = welke and g.id = any((select bereik_cijfergemeenten())::bigint[]));

create policy lezen on verbinder_eigencijfers for select to verbinder_dossier
    using (
        momentopname_id in (
            select m.id from verbinder_momentopname m where telt_voor_versie(m.versie_id))
        or (gemeente_is_van_bereik(gemeente) and momentopname_id in (
            select m.van_id from verbinder_momentopname m where m.van_id is not null)));
create policy toevoegen on verbinder_eigencijfers for insert to verbinder_dossier
    with check (momentopname_id in (
        select m.id from verbinder_momentopname m where telt_voor_versie(m.versie_id)));

-- After closing nothing is measured any more; the published form of what was measured may follow,
-- until the vaststelling.
create or replace function weiger_toevoeging() returns trigger language plpgsql as $$
declare
    versie bigint;
    nieuwe_meting boolean;
begin
    for versie, nieuwe_meting in execute case tg_argv[0]
        when 'versie' then 'select distinct versie_id, true from nieuw'
        when 'opname' then 'select versie_id, bool_or(van_id is null) from nieuw group by 1'
        else 'select m.versie_id, bool_or(m.van_id is null) from nieuw n'
            ' left join verbinder_momentopname m on m.id = n.momentopname_id group by 1' end
    loop
        perform pg_advisory_xact_lock_shared(hashtext('verbinder_versie'), versie::int);
        if exists (select 1 from verbinder_vaststelling v where v.versie_id = versie) then
            raise exception 'Deze versie is vastgesteld. Er komt niets meer bij.'
                using errcode = 'insufficient_privilege';
        end if;
        if tg_argv[1] = 'cijfers' and nieuwe_meting and exists (
            select 1 from verbinder_stap s where s.versie_id = versie and s.soort = 'gesloten')
        then
            raise exception 'De cijfers van deze versie zijn gesloten.'
                using errcode = 'insufficient_privilege';
        end if;
    end loop;
    return null;
end $$;

drop trigger niets_erbij on verbinder_momentopname;
create trigger niets_erbij after insert on verbinder_momentopname
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('opname', 'cijfers');
create trigger niets_erbij after insert on verbinder_eigencijfers
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('momentopname', 'cijfers');
create trigger niets_erbij after insert on verbinder_controle
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('versie', '');
