-- The state of a region is the sum of its marks. Every change of a row that figures read adds a
-- random mark, in the transaction of the change: it shows when the change shows, not before and
-- not after, and two states never have the same sum. Rows are only added, so that no writer waits
-- for another; now and then what is there is added up into one row.
create table verbinder_cijferstand (
    id bigint generated always as identity primary key,
    regio_id bigint,  -- empty: of every region
    merk numeric not null
        default (hashtextextended(gen_random_uuid()::text, 0) & 9007199254740991)
);
create index verbinder_cijferstand_regio on verbinder_cijferstand (regio_id) include (merk);
revoke insert, update, delete on verbinder_cijferstand from verbinder_dossier;
-- A database of its own: what was kept of another one never fits here.
insert into verbinder_cijferstand (regio_id) values (null);

-- Add up the marks of these regions; those that another transaction holds are left for later.
create function tel_cijferstand_op(regios bigint[]) returns void
language sql security definer
set search_path = public, pg_temp as $$
    with weg as (
        delete from verbinder_cijferstand
        where id in (select id from verbinder_cijferstand where regio_id = any(regios)
                     for update skip locked)
        returning regio_id, merk
    )
    insert into verbinder_cijferstand (regio_id, merk)
    select regio_id, sum(merk) from weg group by regio_id;
$$;

create function merk_regios(regios bigint[]) returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
begin
    insert into verbinder_cijferstand (regio_id) select distinct unnest(regios);
    if random() < 0.005 then
        perform tel_cijferstand_op(regios);
    end if;
end $$;

-- Rows of a person: every region in which the person counts on any day.
create function merk_rijen_van_personen() returns trigger
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    if tg_op in ('INSERT', 'UPDATE') then
        perform merk_regios(array(
            select distinct l.regio_id from nieuw r
            join statushouders_ligging l on l.statushouder_id = r.statushouder_id));
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        perform merk_regios(array(
            select distinct l.regio_id from oud r
            join statushouders_ligging l on l.statushouder_id = r.statushouder_id));
    end if;
    perform eigenaar_opent(vorig);
    return null;
end $$;

create function merk_personen() returns trigger
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    perform merk_regios(array(
        select distinct l.regio_id from nieuw r
        join statushouders_ligging l on l.statushouder_id = r.id));
    perform eigenaar_opent(vorig);
    return null;
end $$;

-- Where people count, also of who goes or comes: the regions stand in the rows themselves.
create function merk_ligging() returns trigger
language plpgsql security definer
set search_path = public, pg_temp as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        perform merk_regios(array(select distinct regio_id from nieuw));
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        perform merk_regios(array(select distinct regio_id from oud));
    end if;
    return null;
end $$;

create function merk_alle_regios() returns trigger
language plpgsql security definer
set search_path = public, pg_temp as $$
begin
    insert into verbinder_cijferstand (regio_id) values (null);
    return null;
end $$;

do $$
declare
    tabel text;
    functie text;
begin
    foreach tabel in array array['verblijf', 'uitkering', 'traject', 'plaatsing',
                                 'eerderewaarde', 'eerdereaanmelding', 'ligging'] loop
        functie := case tabel when 'ligging' then 'merk_ligging' else 'merk_rijen_van_personen' end;
        execute format(
            'create trigger cijferstand_na_toevoegen after insert on statushouders_%s'
            ' referencing new table as nieuw for each statement execute function %s()',
            tabel, functie);
        execute format(
            'create trigger cijferstand_na_wijzigen after update on statushouders_%s'
            ' referencing new table as nieuw old table as oud'
            ' for each statement execute function %s()',
            tabel, functie);
        execute format(
            'create trigger cijferstand_na_wissen after delete on statushouders_%s'
            ' referencing old table as oud for each statement execute function %s()',
            tabel, functie);
    end loop;
end $$;

create trigger cijferstand_na_wijzigen after update on statushouders_statushouder
    referencing new table as nieuw
    for each statement execute function merk_personen();
create trigger cijferstand_na_wijziging after update or delete on regio_trajectsoort
    for each statement execute function merk_alle_regios();
