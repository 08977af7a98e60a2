-- A table of the dossier that carries the place of its dossier; see 0021_plek.sql. The same rows open
-- as before.
alter table {tabel} add column plek bigint;
select eigenaar_opent('alles');
update {tabel} kind set plek = coalesce(p.dossiergemeente_id, -p.dossierregio_id)
from statushouders_statushouder p where p.id = kind.statushouder_id;
select eigenaar_opent('');
alter table {tabel} alter column plek set not null;
create index {index} on {tabel} {kolommen};

-- Whatever is written, the place is that of the person.
create trigger plek before insert or update of statushouder_id, plek
    on {tabel} for each row execute function zet_plek();

drop policy lezen on {tabel};
drop policy toevoegen on {tabel};
drop policy wijzigen on {tabel};
drop policy wissen on {tabel};
create policy lezen on {tabel} for select to verbinder_dossier
    using ((plek = any((select bereik_plekken())::bigint[])
            or statushouder_id = any((select bereik_leest_mee())::bigint[])){en});
create policy toevoegen on {tabel} for insert to verbinder_dossier
    with check (plek = any((select bereik_plekken())::bigint[]){en});
create policy wijzigen on {tabel} for update to verbinder_dossier
    using (plek = any((select bereik_plekken())::bigint[]){en})
    with check (plek = any((select bereik_plekken())::bigint[]){en});
create policy wissen on {tabel} for delete to verbinder_dossier
    using (plek = any((select bereik_plekken())::bigint[]){en});
