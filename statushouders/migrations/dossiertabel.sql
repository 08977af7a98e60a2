-- A table of a part of the dossier, with its history: it opens with the dossier, and figures never read it.
alter table statushouders_{model} enable row level security;
alter table statushouders_{model} force row level security;
create policy eigenaar on statushouders_{model} for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy lezen on statushouders_{model} for select to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id));
create policy toevoegen on statushouders_{model} for insert to verbinder_dossier
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                        and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wijzigen on statushouders_{model} for update to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                   and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)))
    with check (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                        and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));
create policy wissen on statushouders_{model} for delete to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id
                   and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)));

alter table statushouders_{model}event enable row level security;
alter table statushouders_{model}event force row level security;
create policy eigenaar on statushouders_{model}event for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy lezen on statushouders_{model}event for select to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p
                   where p.id = statushouders_{model}event.statushouder_id));
create policy toevoegen on statushouders_{model}event for insert to verbinder_dossier
    with check (true);
revoke update, delete on statushouders_{model}event from verbinder_dossier;
create index statushouders_{model}event_stand
    on statushouders_{model}event (pgh_obj_id, pgh_created_at desc, pgh_id desc);
