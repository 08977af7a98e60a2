"""Fields that many forms share."""

from django import forms


class Dag(forms.DateField):
    """A day, by the date picker of the browser; typed as 30-11-2026 where there is none."""

    input_formats = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "error_messages",
            {
                "invalid": "Dit is geen datum. Schrijf dag, maand en jaar, zoals 30-11-2026.",
                "required": "Vul een datum in.",
            },
        )
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=self.input_formats, **kwargs)

    def to_python(self, value):
        dag = super().to_python(value)
        if dag is not None and not 1900 <= dag.year <= 2100:
            raise forms.ValidationError("Kies een jaar tussen 1900 en 2100.")
        return dag
