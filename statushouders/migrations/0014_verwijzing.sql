-- Verwijzingen and begeleiding are seen and written with the dossier.

create policy eigenaar on statushouders_verwijzing for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy lezen on statushouders_verwijzing for select to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id));
create policy toevoegen on statushouders_verwijzing for insert to verbinder_dossier
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wijzigen on statushouders_verwijzing for update to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)))
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wissen on statushouders_verwijzing for delete to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
alter table statushouders_verwijzing enable row level security;
alter table statushouders_verwijzing force row level security;

create policy eigenaar on statushouders_begeleiding for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy lezen on statushouders_begeleiding for select to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id));
create policy toevoegen on statushouders_begeleiding for insert to verbinder_dossier
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wijzigen on statushouders_begeleiding for update to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)))
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wissen on statushouders_begeleiding for delete to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
            and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
alter table statushouders_begeleiding enable row level security;
alter table statushouders_begeleiding force row level security;

-- What is known of a volunteer goes when its time is over; that somebody was guided stays.
create function wis_begeleiders(dag date) returns bigint
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    aantal bigint;
begin
    perform eigenaar_opent('alles');
    update statushouders_begeleiding set naam = '', bereikbaar = ''
    where bewaren_tot < dag and (naam <> '' or bereikbaar <> '');
    get diagnostics aantal = row_count;
    perform eigenaar_opent(vorig);
    return aantal;
end $$;
