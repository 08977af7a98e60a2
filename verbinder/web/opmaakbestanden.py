"""Serve four files of npm packages as static files; nothing else of those packages is published."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import Warning as Waarschuwing
from django.core.files.storage import FileSystemStorage

MODULES = Path(settings.BASE_DIR) / "node_modules"
BESTANDEN = {
    "extern/utrecht.css": "@utrecht/component-library-css/dist/index.css",
    "extern/tokens.css": "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css",
    "extern/noto-sans-latin.woff2": (
        "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2"
    ),
    "extern/noto-sans-latin-ext.woff2": (
        "@fontsource-variable/noto-sans/files/noto-sans-latin-ext-wght-normal.woff2"
    ),
}


class _NpmOpslag(FileSystemStorage):
    """Opens a static name at the place of the npm file behind it."""

    def path(self, name):
        return str(MODULES / BESTANDEN[name])


class NpmFinder(BaseFinder):
    """Finds exactly the files listed above."""

    def check(self, **kwargs):
        weg = [doel for doel in BESTANDEN.values() if not (MODULES / doel).exists()]
        if not weg:
            return []
        return [
            Waarschuwing(
                "De opmaakbestanden ontbreken; de pagina's werken, maar zonder opmaak.",
                hint="Draai `make opzetten`.",
                id="verbinder.W001",
            )
        ]

    def find(self, path, find_all=False, **kwargs):
        doel = BESTANDEN.get(path)
        gevonden = str(MODULES / doel) if doel and (MODULES / doel).exists() else None
        if find_all:
            return [gevonden] if gevonden else []
        # As the finders of Django: nothing is an empty list.
        return gevonden or []

    def list(self, ignore_patterns):
        opslag = _NpmOpslag(location=str(MODULES))
        for naam, doel in BESTANDEN.items():
            if (MODULES / doel).exists():
                yield naam, opslag
