-- What users keep for themselves is theirs alone; how a deliverer names its columns belongs to who
-- may deliver under that code.
alter table statushouders_bewaardelijst enable row level security;
alter table statushouders_bewaardelijst force row level security;
create policy eigenaar on statushouders_bewaardelijst for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy eigen on statushouders_bewaardelijst for all to verbinder_dossier
    using (gebruiker_id = nullif(current_setting('verbinder.gebruiker', true), '')::bigint)
    with check (gebruiker_id = nullif(current_setting('verbinder.gebruiker', true), '')::bigint);

alter table statushouders_kolomindeling enable row level security;
alter table statushouders_kolomindeling force row level security;
create policy eigenaar on statushouders_kolomindeling for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy eigen on statushouders_kolomindeling for all to verbinder_dossier
    using (exists (select 1 from regio_gemeente g where g.code = leverancier
                   and g.id = any((select bereik_gemeenten())::bigint[]))
           or exists (select 1 from regio_arbeidsmarktregio r where r.code = leverancier
                      and r.id = any((select bereik_regios())::bigint[])))
    with check (exists (select 1 from regio_gemeente g where g.code = leverancier
                        and g.id = any((select bereik_gemeenten())::bigint[]))
                or exists (select 1 from regio_arbeidsmarktregio r where r.code = leverancier
                           and r.id = any((select bereik_regios())::bigint[])));
