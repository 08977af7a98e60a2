-- The same answer as before, found thirty times faster: DISTINCT ON is computed once for all days,
-- where a lateral subquery made the planner work out the whole division of the country per stretch.
create or replace view ligging_berekend with (security_invoker = true) as
with grens as (
    select statushouder_id, van as dag from statushouders_verblijf
    union
    select statushouder_id, tot_en_met + 1 from statushouders_verblijf where tot_en_met is not null
), stuk as (
    select statushouder_id, dag as van,
           coalesce(lead(dag) over (partition by statushouder_id order by dag) - 1,
                    date '9999-12-31') as tot_en_met
    from grens
), verblijf as (
    select distinct on (stuk.statushouder_id, stuk.van)
           stuk.statushouder_id, stuk.van, stuk.tot_en_met, v.soort, v.gemeente_id
    from stuk
    join statushouders_verblijf v on v.statushouder_id = stuk.statushouder_id
      and v.van <= stuk.van
      and coalesce(v.tot_en_met, date '9999-12-31') >= stuk.tot_en_met
    order by stuk.statushouder_id, stuk.van,
             case v.soort when 'vestiging' then 1 when 'koppeling' then 2 else 3 end
)
select v.statushouder_id, g.regio_id,
       case when v.soort = 'azc' then null else g.geldt_als_id end as gemeente_id,
       g.geldt_als_id as plaats_id,
       greatest(v.van, g.van) as van, least(v.tot_en_met, g.tot_en_met) as tot_en_met
from verblijf v
join gemeente_ligging g on g.gemeente_id = v.gemeente_id
    and g.van <= v.tot_en_met and g.tot_en_met >= v.van
join statushouders_statushouder p on p.id = v.statushouder_id and p.ingetrokken_op is null;

-- The view of the past is made of the text of this one.
select bekend_op.bouw();
