-- On the day that somebody's next gemeente of the same region begins to answer for them, the
-- dossier is that gemeente's. Who may not open it there is no longer the contactpersoon.
create function draag_dossiers_van_verhuisden_over(dag date) returns bigint
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    vorig text := current_setting('verbinder.eigenaar_bereik', true);
    aantal bigint;
begin
    perform eigenaar_opent('alles');
    update statushouders_statushouder p
    set dossiergemeente_id = l.gemeente_id,
        contactpersoon_id = case when exists (
            select 1 from regio_recht r
            where r.gebruiker_id = p.contactpersoon_id
              and r.van <= dag and coalesce(r.tot_en_met, dag) >= dag
              and (r.gemeente_id = l.gemeente_id and r.rol = 'klantmanager'
                   or r.regio_id = l.regio_id and r.rol = 'verbinder')
        ) then p.contactpersoon_id end
    from statushouders_ligging l
    where l.statushouder_id = p.id and l.van <= dag and l.tot_en_met >= dag
      and l.regio_id = p.dossierregio_id and l.gemeente_id is not null
      and l.gemeente_id is distinct from p.dossiergemeente_id;
    get diagnostics aantal = row_count;
    perform eigenaar_opent(vorig);
    return aantal;
end $$;
