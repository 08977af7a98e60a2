-- The ledger of a region. Rows are added, read by few, and never changed. What one row can say of
-- itself is a constraint on its table; here stands what needs more rows than one.

create function bereik_geldregios() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.geldregios');

create function bereik_beheerregios() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.beheerregios');

create function bereik_cijfergemeenten() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.cijfergemeenten');

create function mag_geld_lezen(regio bigint) returns boolean
language sql stable parallel safe
return regio = any(bereik_geldregios()) or regio = any(bereik_cijferregios());

-- As the owner, so that the rules of bestedingen and of their parts do not ask each other.
create function regio_van_besteding(besteding bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp
return (select regio_id from regio_besteding where id = besteding);

-- Who reads and who adds -----------------------------------------------------------------------

do $$
declare
    tabel text;
begin
    foreach tabel in array array['bijdrage', 'doorschuiving', 'verplichting', 'besteding',
        'bestedingsdeel', 'jaarafsluiting', 'jaarstand', 'boekvoorstel', 'planregel',
        'geldinstelling']
    loop
        execute format('alter table regio_%I enable row level security', tabel);
        execute format('alter table regio_%I force row level security', tabel);
        -- Money is of nobody in person: the checks of the owner may see all of it.
        execute format('create policy eigenaar on regio_%I for all to verbinder_eigenaar'
            ' using (true) with check (true)', tabel);
        execute format('create policy tellen on regio_%I for select to verbinder_teller'
            ' using (true)', tabel);
    end loop;
    foreach tabel in array array['bijdrage', 'doorschuiving', 'verplichting', 'jaarafsluiting',
        'boekvoorstel', 'planregel']
    loop
        execute format('create policy lezen on regio_%I for select to verbinder_dossier'
            ' using (mag_geld_lezen(regio_id))', tabel);
    end loop;
    -- The controller books, and nobody else.
    foreach tabel in array array['doorschuiving', 'verplichting', 'besteding', 'jaarafsluiting']
    loop
        execute format('create policy toevoegen on regio_%I for insert to verbinder_dossier'
            ' with check (regio_id = any((select bereik_geldregios())::bigint[]))', tabel);
    end loop;
    foreach tabel in array array['bijdrage', 'doorschuiving', 'verplichting', 'besteding',
        'bestedingsdeel', 'jaarafsluiting', 'jaarstand', 'circulairelading', 'ureninzet']
    loop
        execute format('revoke update, delete, truncate on regio_%I from verbinder_dossier', tabel);
        execute format('create trigger alleen_toevoegen before update or delete on regio_%I'
            ' for each row execute function weiger_wijziging()', tabel);
        execute format('create trigger nooit_leegmaken before truncate on regio_%I'
            ' for each statement execute function weiger_wijziging()', tabel);
    end loop;
end $$;

-- The same bijdrage for all regions is loaded by a functioneel beheerder, as reference data.
create policy toevoegen on regio_bijdrage for insert to verbinder_dossier
    with check (regio_id = any((select bereik_geldregios())::bigint[])
        or (lading_id is not null and cardinality((select bereik_beheerregios())) > 0));
create policy lezen_na_laden on regio_bijdrage for select to verbinder_dossier
    using (lading_id is not null and cardinality((select bereik_beheerregios())) > 0);

create policy lezen on regio_besteding for select to verbinder_dossier
    using (mag_geld_lezen(regio_id) or exists (
        select 1 from regio_bestedingsdeel d where d.besteding_id = regio_besteding.id
            and d.gemeente_id = any((select bereik_cijfergemeenten())::bigint[])));
create policy lezen on regio_bestedingsdeel for select to verbinder_dossier
    using (gemeente_id = any((select bereik_cijfergemeenten())::bigint[])
        or mag_geld_lezen(regio_van_besteding(besteding_id)));
create policy toevoegen on regio_bestedingsdeel for insert to verbinder_dossier
    with check (regio_van_besteding(besteding_id) = any((select bereik_geldregios())::bigint[]));

create policy lezen on regio_jaarstand for select to verbinder_dossier
    using (afsluiting_id in (select a.id from regio_jaarafsluiting a));
create policy toevoegen on regio_jaarstand for insert to verbinder_dossier
    with check (afsluiting_id in (select a.id from regio_jaarafsluiting a
        where a.regio_id = any((select bereik_geldregios())::bigint[])));

create policy indienen on regio_boekvoorstel for insert to verbinder_dossier
    with check (mag_geld_lezen(regio_id));
create policy beslissen on regio_boekvoorstel for update to verbinder_dossier
    using (mag_geld_lezen(regio_id)) with check (mag_geld_lezen(regio_id));
revoke delete, truncate on regio_boekvoorstel from verbinder_dossier;

create policy schrijven on regio_planregel for all to verbinder_dossier
    using (mag_geld_lezen(regio_id)) with check (mag_geld_lezen(regio_id));

create policy lezen on regio_geldinstelling for select to verbinder_dossier
    using (mag_geld_lezen(regio_id)
        or regio_id = any((select bereik_beheerregios())::bigint[]));
create policy toevoegen on regio_geldinstelling for insert to verbinder_dossier
    with check (regio_id = any((select bereik_beheerregios())::bigint[]));
create policy wijzigen on regio_geldinstelling for update to verbinder_dossier
    using (regio_id = any((select bereik_beheerregios())::bigint[]))
    with check (regio_id = any((select bereik_beheerregios())::bigint[]));

-- All that moves, as one list ------------------------------------------------------------------

-- `stroom`: ontvangen, in, uit, verplicht, besteed, voldaan (spent on a verplichting). A besteding
-- with parts has a row for each gemeente. A storno counts below zero.
create view regio_geldstroom with (security_invoker = true) as
select regio_id, 'ontvangen' as stroom, datum, herkomstjaar, soort, bedrag,
       null::smallint as actielijn_id, null::bigint as gemeente_id, '' as kostensoort
from regio_bijdrage
union all
select regio_id, 'uit', datum, herkomstjaar, soort, bedrag, null, null, ''
from regio_doorschuiving
union all
select regio_id, 'in', make_date(naar_jaar, 1, 1), herkomstjaar, soort, bedrag, null, null, ''
from regio_doorschuiving
union all
select regio_id, 'verplicht', datum, herkomstjaar, soort, bedrag, actielijn_id, null, kostensoort
from regio_verplichting
union all
select regio_id, 'voldaan', datum, herkomstjaar, soort, bedrag, actielijn_id, null, kostensoort
from regio_besteding where verplichting_id is not null
union all
select b.regio_id, 'besteed', b.datum, b.herkomstjaar, b.soort, coalesce(d.bedrag, b.bedrag),
       b.actielijn_id, d.gemeente_id, b.kostensoort
from regio_besteding b
left join regio_bestedingsdeel d on d.besteding_id = b.id;

-- What is left of a pot at the end of each year from `vanaf` on: in money, and after commitments.
create function geld_over(regio bigint, pot_jaar smallint, pot_soort text, vanaf integer)
returns table (jaar integer, over numeric, vrij numeric)
language sql stable security definer set search_path = public, pg_temp
as $$
    with stroom as (
        select s.stroom, extract(year from s.datum)::integer as jaar, s.bedrag
        from regio_geldstroom s
        where s.regio_id = regio and s.herkomstjaar = pot_jaar and s.soort = pot_soort
    ), jaren as (
        select generate_series(vanaf, greatest(vanaf, (select max(s.jaar) from stroom s))) as jaar
    )
    select j.jaar,
        coalesce(sum(case s.stroom when 'ontvangen' then s.bedrag when 'in' then s.bedrag
                     when 'uit' then -s.bedrag when 'besteed' then -s.bedrag end), 0),
        coalesce(sum(case s.stroom when 'ontvangen' then s.bedrag when 'in' then s.bedrag
                     when 'uit' then -s.bedrag when 'besteed' then -s.bedrag
                     when 'verplicht' then -s.bedrag when 'voldaan' then s.bedrag end), 0)
    from jaren j left join stroom s on s.jaar <= j.jaar
    group by j.jaar
$$;

create function verplichting_open(verplichting bigint) returns numeric
language sql stable security definer set search_path = public, pg_temp
return coalesce((select sum(v.bedrag) from regio_verplichting v
                 where v.id = verplichting or v.storno_van_id = verplichting), 0)
     - coalesce((select sum(b.bedrag) from regio_besteding b
                 where b.verplichting_id = verplichting), 0);

-- The promises of the ledger -------------------------------------------------------------------

create function weiger_boeking(regel text, zin text) returns void language plpgsql as $$
begin
    raise exception '%', zin using errcode = 'check_violation', constraint = regel;
end $$;

-- Before: one booking of a region at a time, in an open year, with a second person where needed.
create function boeking_mag() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    grens numeric;
    vrijgesteld boolean := false;
begin
    perform pg_advisory_xact_lock(hashtext('regio_geld'), new.regio_id::integer);
    if exists (select 1 from regio_jaarafsluiting a where a.regio_id = new.regio_id
               and a.jaar >= extract(year from new.datum)) then
        perform weiger_boeking('geld_jaar_is_open', format(
            'Het jaar %s is afgesloten. Boek in een later jaar.', extract(year from new.datum)));
    end if;
    if tg_table_name = 'regio_bijdrage' then
        vrijgesteld := new.lading_id is not null;
    elsif tg_table_name = 'regio_verplichting' then
        vrijgesteld := new.vervolg_op_id is not null;
    end if;
    select i.goedkeuren_boven into grens from regio_geldinstelling i
    where i.regio_id = new.regio_id;
    if new.bedrag > grens and new.goedgekeurd_door_id is null and not vrijgesteld then
        perform weiger_boeking('geld_tweede_akkoord', format(
            'Boven € %s is een tweede akkoord nodig.', grens));
    end if;
    return new;
end $$;

-- A storno takes back what it names: the same money, once. Of a verplichting it may be a part.
create function storno_klopt() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    eerst record;
    klopt boolean;
begin
    if new.storno_van_id is null then
        return new;
    end if;
    execute format('select * from %I where id = $1', tg_table_name) into eerst
        using new.storno_van_id;
    klopt := eerst.storno_van_id is null and eerst.regio_id = new.regio_id
        and eerst.soort = new.soort and eerst.herkomstjaar = new.herkomstjaar
        and new.datum >= eerst.datum;
    if tg_table_name <> 'regio_verplichting' then
        execute format('select $1 and $2 = -$3 and not exists (select 1 from %I where'
            ' storno_van_id = $4)', tg_table_name) into klopt
            using klopt, new.bedrag, eerst.bedrag, new.storno_van_id;
    end if;
    if tg_table_name = 'regio_doorschuiving' then
        klopt := klopt and new.datum = eerst.datum and new.naar_jaar = eerst.naar_jaar;
    elsif tg_table_name = 'regio_besteding' then
        -- Over the turn of the year the money comes back, and the old commitment does not.
        klopt := klopt and new.verplichting_id is not distinct from case
            when extract(year from new.datum) = extract(year from eerst.datum)
            then eerst.verplichting_id end;
    end if;
    if not klopt then
        perform weiger_boeking('geld_storno_klopt',
            'Een storno neemt één boeking terug, met hetzelfde bedrag en hetzelfde geld.');
    end if;
    return new;
end $$;

-- After: never more than there is, unless said in words; never more than was committed.
create function boeking_past() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    bij record;
    jaar integer := extract(year from new.datum);
begin
    if tg_table_name = 'regio_besteding' then
        select v.*, verplichting_open(v.id) as rest into bij
        from regio_verplichting v where v.id = new.verplichting_id;
        if new.verplichting_id is not null and (bij.regio_id <> new.regio_id
            or bij.herkomstjaar <> new.herkomstjaar or bij.soort <> new.soort
            or bij.storno_van_id is not null or extract(year from bij.datum) <> jaar) then
            perform weiger_boeking('geld_zelfde_pot',
                'De besteding en de verplichting horen bij ander geld of een ander jaar.');
        end if;
        if bij.rest < 0 then
            perform weiger_boeking('geld_niet_boven_verplichting',
                'Zoveel staat er niet meer open op deze verplichting.');
        end if;
        if new.storno_van_id is not null or new.verplichting_id is not null or new.met_tekort then
            return null;
        end if;
    elsif tg_table_name = 'regio_verplichting' then
        if new.storno_van_id is not null and verplichting_open(new.storno_van_id) < 0 then
            perform weiger_boeking('geld_niet_boven_verplichting',
                'Zoveel staat er niet meer open op deze verplichting.');
        end if;
        if new.storno_van_id is not null or new.vervolg_op_id is not null or new.met_tekort then
            return null;
        end if;
    elsif new.storno_van_id is not null then
        return null;
    end if;
    if tg_table_name = 'regio_doorschuiving' and exists (
        select 1 from geld_over(new.regio_id, new.herkomstjaar, new.soort, jaar) g
        where g.over < 0) then
        perform weiger_boeking('geld_niet_meer_dan_over',
            'Zoveel is er niet over om door te schuiven.');
    elsif tg_table_name <> 'regio_doorschuiving' and exists (
        select 1 from geld_over(new.regio_id, new.herkomstjaar, new.soort, jaar) g
        where g.vrij < 0) then
        perform weiger_boeking('geld_is_op', 'Zoveel is er niet vrij.');
    end if;
    return null;
end $$;

do $$
declare
    tabel text;
begin
    foreach tabel in array array['bijdrage', 'doorschuiving', 'verplichting', 'besteding'] loop
        execute format('create trigger boeking_mag before insert on regio_%I'
            ' for each row execute function boeking_mag()', tabel);
        execute format('create trigger storno_klopt before insert on regio_%I'
            ' for each row execute function storno_klopt()', tabel);
    end loop;
    foreach tabel in array array['doorschuiving', 'verplichting', 'besteding'] loop
        execute format('create trigger boeking_past after insert on regio_%I'
            ' for each row execute function boeking_past()', tabel);
    end loop;
end $$;

-- The parts of a besteding add up to it; a besteding without parts is of the whole region.
create function delen_zijn_heel() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select 1 from regio_bestedingsdeel d join regio_besteding b on b.id = d.besteding_id
               where d.besteding_id = new.besteding_id
               group by b.bedrag having sum(d.bedrag) <> b.bedrag) then
        perform weiger_boeking('bestedingsdelen_zijn_heel',
            'De delen per gemeente zijn samen niet het hele bedrag.');
    end if;
    return null;
end $$;

create constraint trigger delen_zijn_heel after insert on regio_bestedingsdeel
    deferrable initially deferred for each row execute function delen_zijn_heel();

-- Years close in order.
create function jaar_mag_dicht() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    open_jaar integer;
begin
    perform pg_advisory_xact_lock(hashtext('regio_geld'), new.regio_id::integer);
    select min(extract(year from s.datum)) into open_jaar
    from regio_geldstroom s
    where s.regio_id = new.regio_id and extract(year from s.datum) < new.jaar
      and not exists (select 1 from regio_jaarafsluiting a where a.regio_id = new.regio_id
                      and a.jaar >= extract(year from s.datum));
    if open_jaar is not null then
        perform weiger_boeking('geld_jaren_op_volgorde',
            format('Sluit eerst het jaar %s af.', open_jaar));
    end if;
    if exists (select 1 from regio_jaarafsluiting a where a.regio_id = new.regio_id
               and a.jaar > new.jaar) then
        perform weiger_boeking('geld_jaren_op_volgorde', 'Een later jaar is al afgesloten.');
    end if;
    return new;
end $$;

create trigger jaar_mag_dicht before insert on regio_jaarafsluiting
    for each row execute function jaar_mag_dicht();

-- What a closed year says is what the ledger says, for every pot, and begins where the year before
-- ended.
create function jaarstand_is_grootboek(afsluiting bigint) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    dicht record;
begin
    select * into dicht from regio_jaarafsluiting a where a.id = afsluiting;
    if exists (
        with boek as (
            select s.herkomstjaar, s.soort,
                sum(case when s.stroom in ('ontvangen', 'in') then s.bedrag else -s.bedrag end)
                    filter (where extract(year from s.datum) < dicht.jaar) as begin,
                sum(s.bedrag) filter (where s.stroom = 'ontvangen' and nu) as ontvangen,
                sum(s.bedrag) filter (where s.stroom = 'in' and nu) as erbij,
                sum(s.bedrag) filter (where s.stroom = 'uit' and nu) as eraf,
                sum(s.bedrag) filter (where s.stroom = 'besteed' and nu) as besteed
            from regio_geldstroom s,
                lateral (select extract(year from s.datum) = dicht.jaar as nu) t
            where s.regio_id = dicht.regio_id and extract(year from s.datum) <= dicht.jaar
              and s.stroom in ('ontvangen', 'in', 'uit', 'besteed')
            group by s.herkomstjaar, s.soort
        )
        select 1 from boek full join (
            select * from regio_jaarstand j where j.afsluiting_id = afsluiting
        ) stand using (herkomstjaar, soort)
        where stand.id is null
           or (stand.begin, stand.ontvangen, stand.erbij, stand.eraf, stand.besteed)
              is distinct from (coalesce(boek.begin, 0), coalesce(boek.ontvangen, 0),
                  coalesce(boek.erbij, 0), coalesce(boek.eraf, 0), coalesce(boek.besteed, 0))
    ) then
        perform weiger_boeking('jaarstand_is_grootboek',
            'De jaarstand is niet gelijk aan de boekingen van het jaar.');
    end if;
    if exists (
        select 1 from regio_jaarstand j
        join lateral (
            select vorig.einde from regio_jaarstand vorig
            join regio_jaarafsluiting a on a.id = vorig.afsluiting_id
            where a.regio_id = dicht.regio_id and a.jaar < dicht.jaar
              and vorig.herkomstjaar = j.herkomstjaar and vorig.soort = j.soort
            order by a.jaar desc limit 1
        ) eerder on true
        where j.afsluiting_id = afsluiting and j.begin <> eerder.einde
    ) then
        perform weiger_boeking('begin_is_vorig_einde',
            'Het beginsaldo is niet het eindsaldo van het vorige jaar.');
    end if;
end $$;

create function na_afsluiting() returns trigger language plpgsql as $$
begin
    perform jaarstand_is_grootboek(new.id);
    return null;
end $$;

create function na_jaarstand() returns trigger language plpgsql as $$
begin
    perform jaarstand_is_grootboek(new.afsluiting_id);
    return null;
end $$;

create constraint trigger jaar_is_grootboek after insert on regio_jaarafsluiting
    deferrable initially deferred for each row execute function na_afsluiting();
create constraint trigger jaarstand_is_grootboek after insert on regio_jaarstand
    deferrable initially deferred for each row execute function na_jaarstand();

-- What figures may count -----------------------------------------------------------------------

grant select on regio_geldstroom to verbinder_teller;
grant select (regio_id, datum, herkomstjaar, soort, bedrag) on regio_bijdrage to verbinder_teller;
grant select (regio_id, datum, herkomstjaar, soort, bedrag, naar_jaar) on regio_doorschuiving
    to verbinder_teller;
grant select (regio_id, datum, herkomstjaar, soort, bedrag, actielijn_id, kostensoort)
    on regio_verplichting to verbinder_teller;
grant select (id, regio_id, datum, herkomstjaar, soort, bedrag, actielijn_id, kostensoort,
    verplichting_id) on regio_besteding to verbinder_teller;
grant select (besteding_id, gemeente_id, bedrag) on regio_bestedingsdeel to verbinder_teller;
grant select (id, regio_id, uren_per_week, van, tot_en_met, gebruiker_id) on regio_aanstelling
    to verbinder_teller;
grant select (aanstelling_id, dag, actielijn_id, uren) on regio_ureninzet to verbinder_teller;
