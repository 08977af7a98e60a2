"""The Celery tasks of the ground floor, where Celery looks for them."""

from regio.uitvak import doe_opdracht, veeg_uitvak, werk

__all__ = ["doe_opdracht", "proef_op_de_som", "veeg_uitvak"]


@werk("regio.proef")
def proef_op_de_som(*, door, opdracht) -> None:
    """Work that does nothing: done means that outbox, broker and worker know each other."""
