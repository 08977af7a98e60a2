-- Overdrachten are seen by who holds the dossier and by the two gemeenten; never where a deelname
-- keeps names closed.
create policy eigenaar on statushouders_overdracht for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create function mag_overdracht_zien(persoon bigint, van bigint, naar bigint) returns boolean
language sql stable parallel safe
return (naar = any(bereik_gemeenten()) or van = any(bereik_gemeenten())
        or exists (select 1 from statushouders_statushouder p where p.id = persoon))
   and not naar = any(bereik_zonder_namen())
   and not coalesce(van = any(bereik_zonder_namen()), false)
   and not exists (select 1 from statushouders_statushouder p where p.id = persoon
                   and p.dossiergemeente_id = any(bereik_zonder_namen()));
create policy lezen on statushouders_overdracht for select to verbinder_dossier
    using (mag_overdracht_zien(statushouder_id, van_gemeente_id, naar_gemeente_id));
create policy toevoegen on statushouders_overdracht for insert to verbinder_dossier
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                        and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wijzigen on statushouders_overdracht for update to verbinder_dossier
    using (mag_overdracht_zien(statushouder_id, van_gemeente_id, naar_gemeente_id))
    with check (mag_overdracht_zien(statushouder_id, van_gemeente_id, naar_gemeente_id));
revoke delete on statushouders_overdracht from verbinder_dossier;
alter table statushouders_overdracht enable row level security;
alter table statushouders_overdracht force row level security;

-- An answer is given once. After it only what names the person is taken out.
create function bewaak_overdracht() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
    if old.stand <> 'open' and (new.stand, new.beslist_op, new.leest_mee_tot, new.weigerreden)
           is distinct from (old.stand, old.beslist_op, old.leest_mee_tot, old.weigerreden)
       or (new.statushouder_id, new.naar_gemeente_id, new.soort)
           is distinct from (old.statushouder_id, old.naar_gemeente_id, old.soort) then
        raise exception 'Een beantwoorde overdracht verandert niet meer.'
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger bewaak_overdracht before update on statushouders_overdracht
    for each row execute function bewaak_overdracht();

-- The meter of the question below. Nobody reads it but the function itself.
create policy eigenaar on statushouders_bekendvraag for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
alter table statushouders_bekendvraag enable row level security;
alter table statushouders_bekendvraag force row level security;
revoke insert, update, delete on statushouders_bekendvraag from verbinder_dossier;

-- Does this gemeente share names in its region on this day? Then the region, else null.
create function deelt_namen_in(gemeente bigint, dag date) returns bigint
language sql stable set search_path = public, pg_temp as $$
    select l.regio_id from gemeente_ligging l
    where l.gemeente_id = gemeente and l.geldt_als_id = gemeente
      and l.van <= dag and l.tot_en_met >= dag
      and exists (select 1 from regio_deelname d
                  where d.gemeente_id = gemeente and d.met_namen and d.van <= dag
                    and coalesce(d.tot_en_met, dag) >= dag)
$$;

-- Persons of exactly this name and year, out of sight, in gemeenten of the region that share too.
create function personen_elders(gemeente bigint, naam text, jaar integer, dag date)
returns setof bigint
language plpgsql stable set search_path = public, pg_temp as $$
declare
    regio bigint := deelt_namen_in(gemeente, dag);
begin
    return query
        select p.id from statushouders_naam n
        join statushouders_statushouder p on p.id = n.statushouder_id
        where n.sorteernaam = naam and p.geboortejaar = jaar and p.ingetrokken_op is null
          and p.dossiergemeente_id <> gemeente
          and not p.dossiergemeente_id = any(bereik_gemeenten())
          and deelt_namen_in(p.dossiergemeente_id, dag) = regio;
end $$;
revoke execute on function personen_elders(bigint, text, integer, date) from public;

-- The one question that crosses from gemeente to gemeente: yes or no, and null where it may not be
-- asked. Each question is counted; more than thirty in an hour by one user are refused.
create function bekend_elders(gemeente bigint, naam text, jaar integer, dag date) returns boolean
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    wie bigint := nullif(current_setting('verbinder.gebruiker', true), '')::bigint;
    antwoord boolean;
begin
    if wie is null or not gemeente = any(bereik_gemeenten()) then
        raise exception 'Voor deze gemeente mag u dit niet vragen.'
            using errcode = 'insufficient_privilege';
    end if;
    if coalesce(naam, '') = '' or jaar is null or deelt_namen_in(gemeente, dag) is null then
        return null;
    end if;
    perform eigenaar_opent('alles');
    perform pg_advisory_xact_lock(hashtext('bekend_elders'), wie::int);
    if (select count(*) from statushouders_bekendvraag v
        where v.gebruiker_id = wie and v.op > now() - interval '1 hour') >= 30 then
        raise exception 'Te vaak gevraagd.' using errcode = 'VB429';
    end if;
    antwoord := exists (select 1 from personen_elders(gemeente, naam, jaar, dag));
    insert into statushouders_bekendvraag (gebruiker_id, gemeente_id, op, bekend)
    values (wie, gemeente, now(), antwoord);
    perform eigenaar_opent(vorig);
    return antwoord;
end $$;

-- Ask for the dossier of who turned out to be known; only right after the question said yes.
create function vraag_dossier(
    gemeente bigint, naam text, jaar integer, dag date, soort_verblijf text, sinds date, wie_het_is text
) returns setof uuid
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    wie bigint := nullif(current_setting('verbinder.gebruiker', true), '')::bigint;
begin
    if bekend_elders(gemeente, naam, jaar, dag) is not true then
        return;
    end if;
    perform eigenaar_opent('alles');
    insert into statushouders_overdracht
        (sleutel, statushouder_id, soort, stand, naar_gemeente_id, binnen_regio, verblijf_soort,
         vanaf, over_wie, bericht, weigerreden, gevraagd_op, gevraagd_door_id)
    select gen_random_uuid(), id, 'vraag', 'open', gemeente, true, soort_verblijf,
           sinds, wie_het_is, '', '', now(), wie
    from personen_elders(gemeente, naam, jaar, dag) as id
    on conflict (statushouder_id, naar_gemeente_id) where stand = 'open' do nothing;
    return query
        select o.sleutel from statushouders_overdracht o
        where o.stand = 'open' and o.naar_gemeente_id = gemeente
          and o.statushouder_id in (select personen_elders(gemeente, naam, jaar, dag));
    perform eigenaar_opent(vorig);
end $$;

-- Who is offered a dossier inside the region takes it: it was out of sight until now.
create function neem_aangeboden_dossier(overdracht bigint, dag date) returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    update statushouders_statushouder p
    set dossiergemeente_id = o.naar_gemeente_id
    from statushouders_overdracht o
    where o.id = overdracht and o.soort = 'aanbod' and o.stand = 'open' and o.binnen_regio
      and o.naar_gemeente_id = any(bereik_gemeenten())
      and p.id = o.statushouder_id and p.dossiergemeente_id is not distinct from o.van_gemeente_id
      and p.dossierregio_id = (
          select l.regio_id from gemeente_ligging l
          where l.gemeente_id = o.naar_gemeente_id and l.geldt_als_id = o.naar_gemeente_id
            and l.van <= dag and l.tot_en_met >= dag);
    if not found then
        raise exception 'Dit dossier wordt u niet meer aangeboden.'
            using errcode = 'insufficient_privilege';
    end if;
    perform eigenaar_opent(vorig);
end $$;

-- Which dossiers these gemeenten handed over and may read on this day. Numbers only.
create function meeleesbaar(gemeenten bigint[], dag date) returns bigint[]
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    personen bigint[];
begin
    perform eigenaar_opent('alles');
    select coalesce(array_agg(o.statushouder_id), '{}') into personen
    from statushouders_overdracht o
    where o.van_gemeente_id = any(gemeenten) and o.leest_mee_tot >= dag
      and o.stand = 'aanvaard' and o.binnen_regio;
    perform eigenaar_opent(vorig);
    return personen;
end $$;
create index overdracht_meelezen on statushouders_overdracht (van_gemeente_id, leest_mee_tot)
    where stand = 'aanvaard';

-- What named a person, or told of one out of the region, goes when it has served.
create function wis_oude_overdrachtsteksten(dag date) returns bigint
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    aantal bigint;
begin
    perform eigenaar_opent('alles');
    delete from statushouders_bekendvraag where op < dag - interval '90 days';
    update statushouders_overdracht
    set over_wie = '', bericht = case when binnen_regio then bericht else '' end
    where stand <> 'open' and coalesce(leest_mee_tot, beslist_op::date) < dag
      and (over_wie <> '' or bericht <> '' and not binnen_regio);
    get diagnostics aantal = row_count;
    perform eigenaar_opent(vorig);
    return aantal;
end $$;
