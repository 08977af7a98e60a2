-- The scope of a transaction, as the policies read it. A setting that is absent or empty opens
-- nothing. Policies write `any((select bereik_...())::bigint[])`, so that it is read once a query.

create function bereik_ids(naam text) returns bigint[]
language sql stable parallel safe
return coalesce(nullif(current_setting(naam, true), ''), '{}')::bigint[];

create function bereik_gemeenten() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.gemeenten');

create function bereik_regios() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.regios');

create function bereik_zonder_namen() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.zonder_namen');

create function bereik_leest_mee() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.leest_mee');

create function bereik_cijferregios() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.cijferregios');

create function bereik_logregios() returns bigint[]
language sql stable parallel safe return bereik_ids('verbinder.logregios');

-- The owner of the tables sees persons only where a function or migration says so in words.
create function eigenaar_opent_alles() returns boolean
language sql stable parallel safe
return coalesce(current_setting('verbinder.eigenaar_bereik', true), '') = 'alles';

-- May the dossier of this gemeente, or of a person not yet gekoppeld in this region, be changed?
create function mag_schrijven(gemeente bigint, regio bigint) returns boolean
language sql stable parallel safe
return gemeente = any(bereik_gemeenten()) or (gemeente is null and regio = any(bereik_regios()));

-- The log: everyone adds, the privacy officer of the region reads, nobody changes.
alter table regio_logregel enable row level security;
alter table regio_logregel force row level security;
create policy eigenaar on regio_logregel for all to verbinder_eigenaar
    using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
create policy toevoegen on regio_logregel for insert to verbinder_dossier with check (true);
create policy lezen on regio_logregel for select to verbinder_dossier
    using (regio_id = any((select bereik_logregios())::bigint[]));
revoke update, delete on regio_logregel from verbinder_dossier;

create function weiger_wijziging() returns trigger language plpgsql as $$
begin
    raise exception 'Rijen in % worden alleen toegevoegd, nooit gewijzigd of gewist.', tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger alleen_toevoegen before update or delete on regio_logregel
    for each row execute function weiger_wijziging();
create trigger nooit_leegmaken before truncate on regio_logregel
    for each statement execute function weiger_wijziging();

-- Where a gemeente counts on a day: an ended gemeente is its successor from the next day, and the
-- region is that of the gemeente that then exists. Days outside every region have no row.
create view gemeente_ligging with (security_invoker = true) as
with recursive keten as (
    select id as gemeente_id, id as geldt_als_id, date '0001-01-01' as van,
           coalesce(tot_en_met, date '9999-12-31') as tot_en_met
    from regio_gemeente
    union all
    select k.gemeente_id, opvolger.id, k.tot_en_met + 1,
           coalesce(opvolger.tot_en_met, date '9999-12-31')
    from keten k
    join regio_gemeente g on g.id = k.geldt_als_id
    join regio_gemeente opvolger on opvolger.id = g.opvolger_id
    where k.tot_en_met < date '9999-12-31'
)
select k.gemeente_id, k.geldt_als_id, lid.regio_id,
       greatest(k.van, coalesce(lid.van, date '0001-01-01')) as van,
       least(k.tot_en_met, coalesce(lid.tot_en_met, date '9999-12-31')) as tot_en_met
from keten k
join regio_gemeenteinregio lid on lid.gemeente_id = k.geldt_als_id
    and coalesce(lid.van, date '0001-01-01') <= k.tot_en_met
    and coalesce(lid.tot_en_met, date '9999-12-31') >= k.van
where k.van <= k.tot_en_met;

grant select on gemeente_ligging, regio_gemeente, regio_gemeenteinregio, regio_arbeidsmarktregio,
    regio_trajectsoort, regio_actielijn to verbinder_teller;
grant select (id) on regio_organisatie to verbinder_teller;
