-- Which person fills a place is behind the same door as the dossier.
create policy eigenaar on statushouders_afspraakplek for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy lezen on statushouders_afspraakplek for select to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id));
create policy toevoegen on statushouders_afspraakplek for insert to verbinder_dossier
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                        and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wijzigen on statushouders_afspraakplek for update to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                   and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)))
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                        and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wissen on statushouders_afspraakplek for delete to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                   and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
alter table statushouders_afspraakplek enable row level security;
alter table statushouders_afspraakplek force row level security;

-- How many places of each agreement are filled, by whomever: a number, and nobody.
create function vervulde_plaatsen(afspraken bigint[])
returns table (afspraak bigint, vervuld bigint)
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
begin
    perform eigenaar_opent('alles');
    return query
        select k.afspraak_id, count(*) from statushouders_afspraakplek k
        join statushouders_plaatsing p on p.id = k.plaatsing_id and p.ingetrokken_op is null
        where k.afspraak_id = any(afspraken) group by k.afspraak_id;
    perform eigenaar_opent(vorig);
end $$;

-- What D3 counts, now and as known on a day.
grant select (id, regio_id, gemeente_id, werkgever_id, afgesproken_op, ingetrokken_op)
    on statushouders_werkgeversafspraak to verbinder_teller;
grant select (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, id, regio_id, gemeente_id,
              werkgever_id, afgesproken_op, ingetrokken_op)
    on statushouders_werkgeversafspraakevent to verbinder_teller;
revoke update, delete on statushouders_werkgeversafspraakevent from verbinder_dossier;
create index statushouders_werkgeversafspraakevent_stand
    on statushouders_werkgeversafspraakevent (pgh_obj_id, pgh_created_at desc, pgh_id desc);
select bekend_op.bouw();
