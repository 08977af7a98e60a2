-- Seen where the dossier that stays may be seen; written where both may be written.
create policy eigenaar on statushouders_samenvoeging for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy eigenaar on statushouders_nietdezelfde for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());

create function mag_beide_schrijven(een bigint, twee bigint) returns boolean
language sql stable parallel safe
return (select count(*) = 2 from statushouders_statushouder p
        where p.id in (een, twee) and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id));

create policy lezen on statushouders_samenvoeging for select to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id));
create policy toevoegen on statushouders_samenvoeging for insert to verbinder_dossier
    with check (mag_beide_schrijven(statushouder_id, ander_id));
create policy wijzigen on statushouders_samenvoeging for update to verbinder_dossier
    using (mag_beide_schrijven(statushouder_id, ander_id))
    with check (mag_beide_schrijven(statushouder_id, ander_id));
create policy lezen on statushouders_nietdezelfde for select to verbinder_dossier
    using (exists (select 1 from statushouders_statushouder p where p.id = statushouder_id));
create policy toevoegen on statushouders_nietdezelfde for insert to verbinder_dossier
    with check (mag_beide_schrijven(statushouder_id, ander_id));
create policy wissen on statushouders_nietdezelfde for delete to verbinder_dossier
    using (mag_beide_schrijven(statushouder_id, ander_id));

alter table statushouders_samenvoeging enable row level security;
alter table statushouders_samenvoeging force row level security;
alter table statushouders_nietdezelfde enable row level security;
alter table statushouders_nietdezelfde force row level security;
