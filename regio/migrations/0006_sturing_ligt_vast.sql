-- What was decided stays as it was decided; who is verbinder and who has the right are one fact.

do $$
declare
    tabel text;
begin
    foreach tabel in array array['besluit', 'planvaststelling', 'maatregelstand'] loop
        execute format('revoke update, delete, truncate on regio_%I from verbinder_dossier', tabel);
        execute format('create trigger alleen_toevoegen before update or delete on regio_%I'
            ' for each row execute function weiger_wijziging()', tabel);
        execute format('create trigger nooit_leegmaken before truncate on regio_%I'
            ' for each statement execute function weiger_wijziging()', tabel);
    end loop;
end $$;

-- An adopted version of a plan, with its goals and measures, never changes.
create function plan_ligt_vast() returns trigger language plpgsql as $$
declare
    rij record := coalesce(new, old);
    versie bigint;
begin
    versie := case tg_table_name
        when 'regio_planversie' then (to_jsonb(rij) ->> 'id')::bigint
        when 'regio_doel_gemeenten' then
            (select d.versie_id from regio_doel d where d.id = (to_jsonb(rij) ->> 'doel_id')::bigint)
        else (to_jsonb(rij) ->> 'versie_id')::bigint end;
    if exists (select 1 from regio_planvaststelling v where v.versie_id = versie) then
        raise exception 'Deze versie van het plan is vastgesteld. Maak een nieuwe versie.'
            using errcode = 'check_violation', constraint = 'plan_ligt_vast';
    end if;
    return rij;
end $$;

create trigger plan_ligt_vast before update or delete on regio_planversie
    for each row execute function plan_ligt_vast();
create trigger plan_ligt_vast before insert or update or delete on regio_doel
    for each row execute function plan_ligt_vast();
create trigger plan_ligt_vast before insert or update or delete on regio_doel_gemeenten
    for each row execute function plan_ligt_vast();
create trigger plan_ligt_vast before insert or update or delete on regio_maatregel
    for each row execute function plan_ligt_vast();

-- The days of an aanstelling are those of its right.
create function aanstelling_is_recht() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from regio_aanstelling a join regio_recht r on r.id = a.recht_id
        where (case tg_table_name when 'regio_recht' then r.id else a.id end) = new.id
          and (r.rol <> 'verbinder' or r.regio_id is distinct from a.regio_id
               or r.gebruiker_id <> a.gebruiker_id or r.van <> a.van
               or r.tot_en_met is distinct from a.tot_en_met)
    ) then
        raise exception 'De aanstelling en het recht van de verbinder horen gelijk te lopen.'
            using errcode = 'check_violation', constraint = 'aanstelling_is_recht';
    end if;
    return null;
end $$;

create constraint trigger aanstelling_is_recht after insert or update on regio_aanstelling
    deferrable initially deferred for each row execute function aanstelling_is_recht();
create constraint trigger aanstelling_is_recht after update on regio_recht
    deferrable initially deferred for each row execute function aanstelling_is_recht();

-- A storno of hours takes back a line of its own aanstelling and day.
create function uren_storno_klopt() returns trigger language plpgsql as $$
begin
    if new.storno_van_id is not null and not exists (
        select 1 from regio_ureninzet u
        where u.id = new.storno_van_id and u.storno_van_id is null and u.uren = -new.uren
          and u.aanstelling_id = new.aanstelling_id and u.dag = new.dag
          and u.actielijn_id is not distinct from new.actielijn_id
    ) then
        raise exception 'Een storno neemt één regel uren terug.'
            using errcode = 'check_violation', constraint = 'uren_storno_klopt';
    end if;
    return new;
end $$;

create trigger uren_storno_klopt before insert on regio_ureninzet
    for each row execute function uren_storno_klopt();
