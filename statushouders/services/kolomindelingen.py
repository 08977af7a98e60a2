"""What was said of the columns of a deliverer's own list, to guess better next time."""

from django.db import transaction

from statushouders.models import Kolomindeling

LANGSTE_KOP = Kolomindeling._meta.get_field("kop").max_length or 0


def eerdere_indeling(leverancier: str) -> dict[str, str]:
    """The column by recognisable header; an empty one was said to be nothing of ours."""
    rijen = Kolomindeling.objects.filter(leverancier=leverancier)
    return dict(rijen.values_list("kop", "kolom"))


@transaction.atomic
def onthoud_indeling(leverancier: str, indeling: dict[str, str]) -> None:
    """Keep what was said; what was said before of the same header gives way."""
    Kolomindeling.objects.bulk_create(
        [
            Kolomindeling(leverancier=leverancier, kop=kop[:LANGSTE_KOP], kolom=kolom)
            for kop, kolom in indeling.items()
            if kop
        ],
        update_conflicts=True,
        unique_fields=["leverancier", "kop"],
        update_fields=["kolom"],
    )
