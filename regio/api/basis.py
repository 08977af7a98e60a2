"""What every address of the API does alike: pages, the version header, and refusing what it does
not know, so that a typing error is seen."""

from rest_framework import pagination, viewsets
from rest_framework.exceptions import ValidationError

from regio.api.schema import API_VERSIE


class Bladeren(pagination.PageNumberPagination):
    """Pages of at most 500."""

    page_size = 100
    page_size_query_param = "aantalPerPagina"
    page_query_param = "pagina"
    max_page_size = 500


class ApiViewSet(viewsets.GenericViewSet):
    """`vraagt` names the query parameters of each action, beside those of the pages."""

    pagination_class = Bladeren
    vraagt: dict[str, tuple[str, ...]] = {}
    gebladerd = frozenset({"list"})

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        bekend = set(self.vraagt.get(self.action, ()))
        if self.action in self.gebladerd and self.pagination_class:
            bekend |= {"pagina", "aantalPerPagina"}
        onbekend = sorted(set(request.query_params) - bekend)
        if onbekend:
            raise ValidationError(f"Onbekende parameter: {', '.join(onbekend)}.")
        for naam, waarde in request.query_params.items():
            if not waarde.isprintable():
                raise ValidationError(f"In {naam} staat een teken dat niet kan. Haal het weg.")

    def finalize_response(self, request, response, *args, **kwargs):
        response.headers["API-Version"] = API_VERSIE
        return super().finalize_response(request, response, *args, **kwargs)
