-- Rows are only added, so "as known on" is a matter of when a row was booked.
create or replace view regio_geldstroom with (security_invoker = true) as
select regio_id, 'ontvangen' as stroom, datum, herkomstjaar, soort, bedrag,
       null::smallint as actielijn_id, null::bigint as gemeente_id, '' as kostensoort, geboekt_op
from regio_bijdrage
union all
select regio_id, 'uit', datum, herkomstjaar, soort, bedrag, null, null, '', geboekt_op
from regio_doorschuiving
union all
select regio_id, 'in', make_date(naar_jaar, 1, 1), herkomstjaar, soort, bedrag, null, null, '',
       geboekt_op
from regio_doorschuiving
union all
select regio_id, 'verplicht', datum, herkomstjaar, soort, bedrag, actielijn_id, null, kostensoort,
       geboekt_op
from regio_verplichting
union all
select regio_id, 'voldaan', datum, herkomstjaar, soort, bedrag, actielijn_id, null, kostensoort,
       geboekt_op
from regio_besteding where verplichting_id is not null
union all
select b.regio_id, 'besteed', b.datum, b.herkomstjaar, b.soort, coalesce(d.bedrag, b.bedrag),
       b.actielijn_id, d.gemeente_id, b.kostensoort, b.geboekt_op
from regio_besteding b
left join regio_bestedingsdeel d on d.besteding_id = b.id;

grant select (geboekt_op) on regio_bijdrage, regio_doorschuiving, regio_verplichting,
    regio_besteding, regio_ureninzet to verbinder_teller;
