-- A public edition is made after the vaststelling: its figures, verdict and files may still come,
-- once; after the row that says so nothing does. Everything else of an adopted version stays closed.

alter table verbinder_openbaarmaking enable row level security;
alter table verbinder_openbaarmaking force row level security;
create policy eigenaar on verbinder_openbaarmaking for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
revoke update, delete, truncate on verbinder_openbaarmaking from verbinder_dossier;
create trigger alleen_toevoegen before update or delete on verbinder_openbaarmaking
    for each row execute function weiger_wijziging();
create trigger nooit_leegmaken before truncate on verbinder_openbaarmaking
    for each statement execute function weiger_wijziging();
create policy lezen on verbinder_openbaarmaking for select to verbinder_dossier
    using (telt_voor_versie(versie_id) or is_gepubliceerd(versie_id));
create policy toevoegen on verbinder_openbaarmaking for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));

create or replace function weiger_toevoeging() returns trigger language plpgsql as $$
declare
    versie bigint;
    nieuwe_meting boolean;
    openbaar boolean;
begin
    for versie, nieuwe_meting, openbaar in execute case tg_argv[0]
        when 'versie' then 'select distinct versie_id, true, false from nieuw'
        when 'uitgave' then 'select distinct versie_id, true, openbaar from nieuw'
        when 'opname' then
            'select versie_id, bool_or(van_id is null), openbaar from nieuw group by 1, 3'
        else 'select m.versie_id, bool_or(m.van_id is null), coalesce(m.openbaar, false) from nieuw n'
            ' left join verbinder_momentopname m on m.id = n.momentopname_id group by 1, 3' end
    loop
        perform pg_advisory_xact_lock_shared(hashtext('verbinder_versie'), versie::int);
        if openbaar and tg_argv[1] <> 'waar' then
            if not exists (select 1 from verbinder_vaststelling v where v.versie_id = versie) then
                raise exception 'Een openbare versie komt na de vaststelling.'
                    using errcode = 'insufficient_privilege';
            end if;
            if exists (select 1 from verbinder_openbaarmaking o where o.versie_id = versie) then
                raise exception 'De openbare versie is vastgesteld. Er komt niets meer bij.'
                    using errcode = 'insufficient_privilege';
            end if;
            continue;
        end if;
        if exists (select 1 from verbinder_vaststelling v where v.versie_id = versie) then
            raise exception 'Deze versie is vastgesteld. Er komt niets meer bij.'
                using errcode = 'insufficient_privilege';
        end if;
        if tg_argv[1] in ('cijfers', 'waar') and nieuwe_meting and exists (
            select 1 from verbinder_stap s where s.versie_id = versie and s.soort = 'gesloten')
        then
            raise exception 'De cijfers van deze versie zijn gesloten.'
                using errcode = 'insufficient_privilege';
        end if;
    end loop;
    return null;
end $$;

-- True values belong to measured figures, never to an edition.
drop trigger niets_erbij on verbinder_waarcijfer;
create trigger niets_erbij after insert on verbinder_waarcijfer
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('momentopname', 'waar');
drop trigger niets_erbij on verbinder_eigencijfers;
create trigger niets_erbij after insert on verbinder_eigencijfers
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('momentopname', 'waar');
drop trigger niets_erbij on verbinder_bestand;
create trigger niets_erbij after insert on verbinder_bestand
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('uitgave', '');
drop trigger niets_erbij on verbinder_controle;
create trigger niets_erbij after insert on verbinder_controle
    referencing new table as nieuw
    for each statement execute function weiger_toevoeging('uitgave', '');
