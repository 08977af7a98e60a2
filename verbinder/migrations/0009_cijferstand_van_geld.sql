-- The ledger and the hours are only added to; an aanstelling may change.
create function merk_geldregios() returns trigger
language plpgsql security definer
set search_path = public, pg_temp as $$
begin
    perform merk_regios(array(select distinct regio_id from nieuw));
    return null;
end $$;

create function merk_regios_van_delen() returns trigger
language plpgsql security definer
set search_path = public, pg_temp as $$
begin
    perform merk_regios(array(select distinct b.regio_id from nieuw n
        join regio_besteding b on b.id = n.besteding_id));
    return null;
end $$;

create function merk_regios_van_uren() returns trigger
language plpgsql security definer
set search_path = public, pg_temp as $$
begin
    perform merk_regios(array(select distinct a.regio_id from nieuw n
        join regio_aanstelling a on a.id = n.aanstelling_id));
    return null;
end $$;

do $$
declare
    tabel text;
begin
    foreach tabel in array array['bijdrage', 'doorschuiving', 'verplichting', 'besteding',
                                 'aanstelling'] loop
        execute format(
            'create trigger cijferstand_na_toevoegen after insert on regio_%s'
            ' referencing new table as nieuw for each statement'
            ' execute function merk_geldregios()', tabel);
    end loop;
end $$;

create trigger cijferstand_na_toevoegen after insert on regio_bestedingsdeel
    referencing new table as nieuw for each statement execute function merk_regios_van_delen();
create trigger cijferstand_na_toevoegen after insert on regio_ureninzet
    referencing new table as nieuw for each statement execute function merk_regios_van_uren();
create trigger cijferstand_na_wijzigen after update on regio_aanstelling
    referencing new table as nieuw for each statement execute function merk_geldregios();
create trigger cijferstand_na_wissen after delete on regio_aanstelling
    referencing old table as nieuw for each statement execute function merk_geldregios();
