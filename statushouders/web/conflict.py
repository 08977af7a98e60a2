"""Two people on one dossier: the second sees both versions before saving."""

from django.apps import apps

from statushouders.web.formulieren.basis import DossierForm


def vergelijk(form: DossierForm, nu: dict) -> None:
    """Fill the form for a second try; `nu` is what it would begin with now.

    Says in `form.door_wie` and `form.toen` who saved in between, and when.
    """
    rij = form.ingehaald.nu
    gebeurtenissen = apps.get_model("statushouders", f"{type(rij).__name__}Event").objects
    laatste = (
        gebeurtenissen.filter(pgh_obj_id=rij.pk)
        .select_related("pgh_context")
        .order_by("pgh_id")
        .last()
    )
    context = (laatste.pgh_context.metadata if laatste and laatste.pgh_context else None) or {}
    form.door_wie = context.get("wie", "")
    form.toen = laatste.pgh_created_at if laatste else None
    form.vergelijk(nu)
