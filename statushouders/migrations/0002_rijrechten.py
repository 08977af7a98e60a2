"""Row-level security on every table that holds something of a person.

`verbinder_dossier` opens the rows of the dossiers in its scope; `verbinder_teller` reads every row
but only the columns named here; the owner sees nothing unless it says so.
"""

from django.db import migrations

PERSOON = "statushouders_statushouder"

# What figures may read, by table. Never a name, a note or a kenmerk.
KOLOMMEN_VAN_DE_TELLER = {
    "statushouder": (
        "id, dossierregio_id, geboortejaar, geslacht, doelgroep, wet, leerroute, opleidingsniveau,"
        " taalniveau, termijn_einde, datum_bekendmaking, datum_brede_intake, datum_pip,"
        " diplomawaardering_aangevraagd_op, diplomawaardering_afgerond_op, aangemeld_op,"
        " afgesloten_op, ingetrokken_op"
    ),
    "eerderewaarde": "id, statushouder_id, veld, waarde, van, tot_en_met",
    "eerdereaanmelding": "id, statushouder_id, aangemeld_op, afgesloten_op",
    "verblijf": "id, statushouder_id, soort, gemeente_id, van, tot_en_met",
    "uitkering": "id, statushouder_id, soort, van, tot_en_met",
    "traject": (
        "id, statushouder_id, referentie, actielijn_id, soort_id, aanbieder_id, begindatum,"
        " verwachte_einddatum, einddatum, eindreden"
    ),
    "plaatsing": (
        "id, statushouder_id, traject_id, referentie, soort, werkgever_id, sector, begindatum,"
        " einddatum, uren_per_week, contractvorm, functieniveau, afspraak_werkgever,"
        " loonkostensubsidie, ingetrokken_op"
    ),
    "contactmoment": "id, statushouder_id, datum, soort",
    "ligging": "id, statushouder_id, regio_id, gemeente_id, plaats_id, van, tot_en_met",
}
GEVOLGD = (
    "statushouder",
    "naam",
    "eerderewaarde",
    "eerdereaanmelding",
    "verblijf",
    "uitkering",
    "traject",
    "plaatsing",
    "contactmoment",
    "actie",
)
KINDEREN = (*GEVOLGD[2:], "kenmerk")

LEZEN_PERSOON = """
    dossiergemeente_id = any((select bereik_gemeenten())::bigint[])
    or (dossiergemeente_id is null
        and dossierregio_id = any((select bereik_regios())::bigint[]))
    or id = any((select bereik_leest_mee())::bigint[])
"""
SCHRIJVEN_PERSOON = "mag_schrijven(dossiergemeente_id, dossierregio_id)"
LEZEN_KIND = f"exists (select 1 from {PERSOON} p where p.id = statushouder_id)"
SCHRIJVEN_KIND = (
    f"exists (select 1 from {PERSOON} p where p.id = statushouder_id"
    " and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id))"
)
NAAM = (
    f"exists (select 1 from {PERSOON} p where p.id = statushouder_id"
    " and not coalesce("
    "p.dossiergemeente_id = any((select bereik_zonder_namen())::bigint[]), false){ook})"
)


def sluit(tabel: str) -> str:
    """Switch row-level security on, for the owner too."""
    return f"""
        alter table {tabel} enable row level security;
        alter table {tabel} force row level security;
        create policy eigenaar on {tabel} for all to verbinder_eigenaar
            using (eigenaar_opent_alles()) with check (eigenaar_opent_alles());
    """


def open_dossiers(tabel: str, lezen: str, schrijven: str) -> str:
    """What the dossier role may read and write of a table."""
    return f"""
        create policy lezen on {tabel} for select to verbinder_dossier using ({lezen});
        create policy toevoegen on {tabel} for insert to verbinder_dossier
            with check ({schrijven});
        create policy wijzigen on {tabel} for update to verbinder_dossier
            using ({schrijven}) with check ({schrijven});
        create policy wissen on {tabel} for delete to verbinder_dossier using ({schrijven});
    """


def open_voor_teller(tabel: str, kolommen: str) -> str:
    """All rows, named columns."""
    return f"""
        create policy tellen on {tabel} for select to verbinder_teller using (true);
        grant select ({kolommen}) on {tabel} to verbinder_teller;
    """


def open_geschiedenis(tabel: str, model: str) -> str:
    """Events are added by triggers, read with the dossier, and never changed."""
    sleutel = "id" if model == "statushouder" else "statushouder_id"
    lezen = f"exists (select 1 from {PERSOON} p where p.id = {tabel}.{sleutel})"
    if model == "naam":
        lezen = NAAM.format(ook="")
    return f"""
        create policy lezen on {tabel} for select to verbinder_dossier using ({lezen});
        create policy toevoegen on {tabel} for insert to verbinder_dossier with check (true);
        revoke update, delete on {tabel} from verbinder_dossier;
        create index {tabel}_stand on {tabel} (pgh_obj_id, pgh_created_at desc, pgh_id desc);
    """


def opdrachten() -> list[str]:
    """All statements, in order."""
    sql = [sluit(PERSOON), open_dossiers(PERSOON, LEZEN_PERSOON, SCHRIJVEN_PERSOON)]
    for model in KINDEREN:
        tabel = f"statushouders_{model}"
        sql += [sluit(tabel), open_dossiers(tabel, LEZEN_KIND, SCHRIJVEN_KIND)]
    schrijven = NAAM.format(ook=" and mag_schrijven(p.dossiergemeente_id, p.dossierregio_id)")
    sql += [
        sluit("statushouders_naam"),
        open_dossiers("statushouders_naam", NAAM.format(ook=""), schrijven),
        sluit("statushouders_ligging"),
        "create policy lezen on statushouders_ligging for select to verbinder_dossier"
        f" using ({LEZEN_KIND})",
        "revoke insert, update, delete on statushouders_ligging from verbinder_dossier",
    ]
    for model in GEVOLGD:
        tabel = f"statushouders_{model}event"
        sql += [sluit(tabel), open_geschiedenis(tabel, model)]
        if model in KOLOMMEN_VAN_DE_TELLER:
            kolommen = KOLOMMEN_VAN_DE_TELLER[model]
            pgh = "pgh_id, pgh_created_at, pgh_label, pgh_obj_id"
            sql.append(open_voor_teller(tabel, f"{pgh}, {kolommen}"))
    for model, kolommen in KOLOMMEN_VAN_DE_TELLER.items():
        sql.append(open_voor_teller(f"statushouders_{model}", kolommen))
    return sql


class Migration(migrations.Migration):
    dependencies = [("statushouders", "0001_begin"), ("regio", "0002_bereik")]
    operations = [migrations.RunSQL(opdracht, migrations.RunSQL.noop) for opdracht in opdrachten()]
