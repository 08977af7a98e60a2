-- Where somebody counts, by date, worked out from the dated verblijven.

-- Each stretch of days between two changes, with the verblijf that decides: vestiging before
-- koppeling before azc. An azc without a gemeente is in no region.
create view ligging_berekend with (security_invoker = true) as
with grens as (
    select statushouder_id, van as dag from statushouders_verblijf
    union
    select statushouder_id, tot_en_met + 1 from statushouders_verblijf where tot_en_met is not null
), stuk as (
    select statushouder_id, dag as van,
           coalesce(lead(dag) over (partition by statushouder_id order by dag) - 1,
                    date '9999-12-31') as tot_en_met
    from grens
), verblijf as (
    select stuk.statushouder_id, stuk.van, stuk.tot_en_met, v.soort, v.gemeente_id
    from stuk
    cross join lateral (
        select soort, gemeente_id
        from statushouders_verblijf v
        where v.statushouder_id = stuk.statushouder_id
          and v.van <= stuk.van
          and coalesce(v.tot_en_met, date '9999-12-31') >= stuk.tot_en_met
        order by case soort when 'vestiging' then 1 when 'koppeling' then 2 else 3 end
        limit 1
    ) v
)
select v.statushouder_id, g.regio_id,
       case when v.soort = 'azc' then null else g.geldt_als_id end as gemeente_id,
       g.geldt_als_id as plaats_id,
       greatest(v.van, g.van) as van, least(v.tot_en_met, g.tot_en_met) as tot_en_met
from verblijf v
join gemeente_ligging g on g.gemeente_id = v.gemeente_id
    and g.van <= v.tot_en_met and g.tot_en_met >= v.van
join statushouders_statushouder p on p.id = v.statushouder_id and p.ingetrokken_op is null;

grant select on ligging_berekend to verbinder_teller;

-- Only these functions write the table: as its owner, who then says in words that all is open. The
-- word holds for the transaction, so each function takes it back; a fault takes it back by itself.
create function eigenaar_opent(wat text) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
    perform set_config('verbinder.eigenaar_bereik', coalesce(wat, ''), true);
end $$;

create function herbereken_ligging(personen bigint[]) returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    delete from statushouders_ligging where statushouder_id = any(personen);
    insert into statushouders_ligging
        (statushouder_id, regio_id, gemeente_id, plaats_id, van, tot_en_met)
    select statushouder_id, regio_id, gemeente_id, plaats_id, van, tot_en_met
    from ligging_berekend where statushouder_id = any(personen);
    perform eigenaar_opent(vorig);
end $$;

-- A change of the division of the country: everyone who ever stayed in one of these gemeenten, or
-- in one that they follow.
create function herbereken_ligging_van_gemeenten(gemeenten bigint[]) returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    personen bigint[];
begin
    perform eigenaar_opent('alles');
    with recursive betrokken as (
        select unnest(gemeenten) as id
        union
        select g.id from regio_gemeente g join betrokken b on g.opvolger_id = b.id
    )
    select array_agg(distinct v.statushouder_id) into personen
    from statushouders_verblijf v join betrokken b on b.id = v.gemeente_id;
    if personen is not null then
        perform herbereken_ligging(personen);
    end if;
    perform eigenaar_opent(vorig);
end $$;

create function verblijf_toegevoegd() returns trigger language plpgsql as $$
begin
    perform herbereken_ligging(array(select distinct statushouder_id from nieuw));
    return null;
end $$;

create function verblijf_gewijzigd() returns trigger language plpgsql as $$
begin
    perform herbereken_ligging(array(
        select statushouder_id from nieuw union select statushouder_id from oud));
    return null;
end $$;

create function verblijf_gewist() returns trigger language plpgsql as $$
begin
    perform herbereken_ligging(array(select distinct statushouder_id from oud));
    return null;
end $$;

create trigger ligging_na_toevoegen after insert on statushouders_verblijf
    referencing new table as nieuw
    for each statement execute function verblijf_toegevoegd();
create trigger ligging_na_wijzigen after update on statushouders_verblijf
    referencing new table as nieuw old table as oud
    for each statement execute function verblijf_gewijzigd();
create trigger ligging_na_wissen after delete on statushouders_verblijf
    referencing old table as oud
    for each statement execute function verblijf_gewist();

create function intrekking_gewijzigd() returns trigger language plpgsql as $$
begin
    perform herbereken_ligging(array[new.id]);
    return null;
end $$;

create trigger ligging_na_intrekken after update of ingetrokken_op on statushouders_statushouder
    for each row when (old.ingetrokken_op is distinct from new.ingetrokken_op)
    execute function intrekking_gewijzigd();

create function indeling_toegevoegd() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'regio_gemeente' then
        perform herbereken_ligging_van_gemeenten(array(select id from nieuw));
    else
        perform herbereken_ligging_van_gemeenten(array(select gemeente_id from nieuw));
    end if;
    return null;
end $$;

create function indeling_gewist() returns trigger language plpgsql as $$
begin
    perform herbereken_ligging_van_gemeenten(array(select gemeente_id from oud));
    return null;
end $$;

create trigger ligging_na_gemeente after update on regio_gemeente
    referencing new table as nieuw
    for each statement execute function indeling_toegevoegd();
create trigger ligging_na_lidmaatschap after insert on regio_gemeenteinregio
    referencing new table as nieuw
    for each statement execute function indeling_toegevoegd();
create trigger ligging_na_lidmaatschap_wijziging after update on regio_gemeenteinregio
    referencing new table as nieuw
    for each statement execute function indeling_toegevoegd();
create trigger ligging_na_lidmaatschap_einde after delete on regio_gemeenteinregio
    referencing old table as oud
    for each statement execute function indeling_gewist();

-- A plaatsing and its traject are of the same person, and the plaatsing does not begin first.
create function controleer_plaatsing() returns trigger language plpgsql
security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    if exists (
        select 1 from statushouders_plaatsing p join statushouders_traject t on t.id = p.traject_id
        where case tg_table_name when 'statushouders_plaatsing' then p.id else t.id end = new.id
          and (p.statushouder_id <> t.statushouder_id or p.begindatum < t.begindatum)
    ) then
        raise exception 'Een plaatsing hoort bij een traject van dezelfde persoon en begint niet eerder.'
            using errcode = 'check_violation', constraint = 'plaatsing_past_bij_traject';
    end if;
    perform eigenaar_opent(vorig);
    return null;
end $$;

create constraint trigger plaatsing_past_bij_traject
    after insert or update of traject_id, begindatum, statushouder_id on statushouders_plaatsing
    deferrable initially deferred
    for each row execute function controleer_plaatsing();
create constraint trigger traject_past_bij_plaatsing
    after update of begindatum, statushouder_id on statushouders_traject
    deferrable initially deferred
    for each row execute function controleer_plaatsing();

-- A dossier goes to another gemeente: whoever may change it may hand it over, also out of sight.
create function verplaats_dossier(persoon bigint, gemeente bigint, regio bigint) returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    update statushouders_statushouder
    set dossiergemeente_id = gemeente, dossierregio_id = regio
    where id = persoon and mag_schrijven(dossiergemeente_id, dossierregio_id);
    if not found then
        raise exception 'Dit dossier mag u niet verplaatsen.' using errcode = 'insufficient_privilege';
    end if;
    perform eigenaar_opent(vorig);
end $$;

-- On the day after a gemeente ended, its dossiers are those of its successor.
create function draag_dossiers_van_opgeheven_gemeenten_over(dag date) returns bigint
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    aantal bigint;
begin
    perform eigenaar_opent('alles');
    update statushouders_statushouder p
    set dossiergemeente_id = g.geldt_als_id, dossierregio_id = g.regio_id
    from gemeente_ligging g
    where g.gemeente_id = p.dossiergemeente_id and g.van <= dag and g.tot_en_met >= dag
      and g.geldt_als_id <> p.dossiergemeente_id;
    get diagnostics aantal = row_count;
    perform eigenaar_opent(vorig);
    return aantal;
end $$;

-- Names that are spelled almost alike, fast.
create index naam_trigram on statushouders_naam using gin (zoeknaam gin_trgm_ops);
