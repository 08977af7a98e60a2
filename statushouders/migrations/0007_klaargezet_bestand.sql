-- An uploaded file is of who uploaded it, and of nobody else.
alter table statushouders_klaargezetbestand enable row level security;
alter table statushouders_klaargezetbestand force row level security;
create policy eigenaar on statushouders_klaargezetbestand for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy eigen on statushouders_klaargezetbestand for all to verbinder_dossier
    using (gebruiker_id = nullif(current_setting('verbinder.gebruiker', true), '')::bigint)
    with check (gebruiker_id = nullif(current_setting('verbinder.gebruiker', true), '')::bigint);

-- Whoever comes by clears away what nobody decided about in time.
create function wis_verlopen_bestanden() returns bigint
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    aantal bigint;
begin
    perform eigenaar_opent('alles');
    delete from statushouders_klaargezetbestand where verloopt_op < now();
    get diagnostics aantal = row_count;
    perform eigenaar_opent(vorig);
    return aantal;
end $$;

-- Which references of a deliverer are taken, also by dossiers out of sight: an import must refuse
-- those in words, before the unique constraint does. Answers only who may deliver under that code.
create function gebruikte_verwijzingen(
    wie text, kenmerken text[], trajecten text[], plaatsingen text[]
) returns table (soort text, verwijzing text)
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    if not exists (select 1 from regio_gemeente g
                   where g.code = wie and g.id = any(bereik_gemeenten()))
       and not exists (select 1 from regio_arbeidsmarktregio r
                       where r.code = wie and r.id = any(bereik_regios())) then
        raise exception 'Voor deze gemeente of regio mag u niet aanleveren.'
            using errcode = 'insufficient_privilege';
    end if;
    perform eigenaar_opent('alles');
    return query
        select 'kenmerk', k.kenmerk::text from statushouders_kenmerk k
        where k.leverancier = wie and k.kenmerk = any(kenmerken)
        union all
        select 'traject', t.referentie::text from statushouders_traject t
        where t.leverancier = wie and t.referentie = any(trajecten)
        union all
        select 'plaatsing', p.referentie::text from statushouders_plaatsing p
        where p.leverancier = wie and p.referentie = any(plaatsingen);
    perform eigenaar_opent(vorig);
end $$;
