"""Which dossiers may be of one person, and why: a list for somebody to look at, never a verdict."""

from dataclasses import dataclass

from django.db import connection

from regio.toegang import Bereik
from statushouders.models import Statushouder
from statushouders.namen import klanken, vlak

MEESTE_PAREN = 50
# Pairs to look at: two sounds in common and about the same year, or the same kenmerk. Two people
# who were looked at stay away. The database shows only whom the user may open.
PAREN = """
    with klank as (
        select p.id, p.geboortejaar as jaar, z.woord
        from statushouders_statushouder p
        join statushouders_zoekwoord z on z.statushouder_id = p.id and z.woord >= '~'
        where p.ingetrokken_op is null
    ), paar as (
        select a.id as een, b.id as ander
        from klank a
        join klank b on b.woord = a.woord and b.id > a.id
            and b.jaar between a.jaar - 1 and a.jaar + 1
        group by a.id, b.id having count(*) >= 2
        union
        select least(k.statushouder_id, l.statushouder_id),
               greatest(k.statushouder_id, l.statushouder_id)
        from statushouders_kenmerk k
        join statushouders_kenmerk l on l.kenmerk = k.kenmerk and l.leverancier <> k.leverancier
            and l.statushouder_id <> k.statushouder_id
        join statushouders_statushouder p on p.id = k.statushouder_id and p.ingetrokken_op is null
        join statushouders_statushouder q on q.id = l.statushouder_id and q.ingetrokken_op is null
        where q.geboortejaar between p.geboortejaar - 1 and p.geboortejaar + 1
    )
    select een, ander from paar
    where not exists (select 1 from statushouders_nietdezelfde n
                      where n.statushouder_id = een and n.ander_id = ander)
    order by een desc, ander desc limit %s
"""


@dataclass(frozen=True)
class Dubbel:
    """Two dossiers and what speaks for one person."""

    een: Statushouder
    ander: Statushouder
    redenen: tuple[str, ...]


def dubbelen(bereik: Bereik) -> list[Dubbel]:
    """At most fifty pairs to look at, the strongest first."""
    with connection.cursor() as cursor:
        cursor.execute(PAREN, [MEESTE_PAREN * 4])
        paren = cursor.fetchall()
    personen = volledig(bereik).in_bulk({nummer for paar in paren for nummer in paar})
    gevonden = []
    for een, ander in paren:
        if een in personen and ander in personen:
            redenen = redenen_van(personen[een], personen[ander])
            if len(redenen) > 1:
                gevonden.append(Dubbel(personen[een], personen[ander], redenen))
    return sorted(gevonden, key=lambda dubbel: -len(dubbel.redenen))[:MEESTE_PAREN]


def volledig(bereik: Bereik):
    """Persons with what is needed to compare them."""
    return (
        Statushouder.objects.zichtbaar_voor(bereik)
        .met_kenmerk()
        .select_related("naam", "dossiergemeente", "contactpersoon")
        .prefetch_related("kenmerken")
    )


def redenen_van(een: Statushouder, ander: Statushouder) -> tuple[str, ...]:
    """What speaks for one person, in words."""
    redenen = [*_over_namen(een, ander)]
    if een.geboortejaar == ander.geboortejaar:
        redenen.append("zelfde geboortejaar")
    elif abs(een.geboortejaar - ander.geboortejaar) == 1:
        redenen.append("geboortejaar scheelt een jaar")
    if _kenmerken(een) & _kenmerken(ander):
        redenen.append("zelfde kenmerk")
    return tuple(redenen)


def _kenmerken(persoon: Statushouder) -> set[str]:
    return {rij.kenmerk for rij in persoon.kenmerken.all()}


def _over_namen(een: Statushouder, ander: Statushouder) -> list[str]:
    delen, andere = _delen(een), _delen(ander)
    if not (all(delen) and all(andere)):
        return []
    if delen == andere:
        return ["zelfde naam"]
    if delen == andere[::-1]:
        return ["voornaam en achternaam omgewisseld"]
    if sorted(" ".join(delen).split()) == sorted(" ".join(andere).split()):
        return ["zelfde woorden in de naam"]
    if _klinkt_gelijk(delen, andere) or _klinkt_gelijk(delen, andere[::-1]):
        return ["naam klinkt hetzelfde"]
    return []


def _delen(persoon: Statushouder) -> tuple[str, str]:
    naam = getattr(persoon, "naam", None)
    return (vlak(naam.voornaam), vlak(naam.achternaam)) if naam else ("", "")


def _klinkt_gelijk(delen: tuple[str, ...], andere: tuple[str, ...]) -> bool:
    """Each part sounds like that of the other, written in one or in more words."""
    return all(
        klanken(deel.replace(" ", "")) & klanken(ander.replace(" ", ""))
        for deel, ander in zip(delen, andere, strict=True)
    )
