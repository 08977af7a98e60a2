-- What an overleg did with a report is added to, like everything of a report; it may come after the
-- vaststelling, when another overleg takes note of it.
alter table verbinder_behandeling enable row level security;
alter table verbinder_behandeling force row level security;
create policy eigenaar on verbinder_behandeling for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
revoke update, delete, truncate on verbinder_behandeling from verbinder_dossier;
create trigger alleen_toevoegen before update or delete on verbinder_behandeling
    for each row execute function weiger_wijziging();
create trigger nooit_leegmaken before truncate on verbinder_behandeling
    for each statement execute function weiger_wijziging();
create policy lezen on verbinder_behandeling for select to verbinder_dossier
    using (telt_voor_versie(versie_id) or is_gepubliceerd(versie_id));
create policy toevoegen on verbinder_behandeling for insert to verbinder_dossier
    with check (telt_voor_versie(versie_id));
