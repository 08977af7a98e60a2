"""LibreOffice without a screen: what a reader sees who opens a file."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

GEEN_KANTOOR = "LibreOffice ontbreekt. Met `make kantoor` draaien deze tests mee."
SECONDEN = 120


class Kantoor:
    """Opens a file and saves it in another form."""

    def __init__(self, programma: str, map_: Path):
        self._programma, self._map = programma, map_

    def zet_om(self, naam: str, inhoud: bytes, naar: str) -> dict[str, bytes]:
        """The files that come out, by name. `naar`: as `--convert-to` wants it."""
        bron, uit = self._map / "in" / naam, self._map / "uit"
        for map_ in (bron.parent, uit):
            shutil.rmtree(map_, ignore_errors=True)
            map_.mkdir()
        bron.write_bytes(inhoud)
        subprocess.run(
            [
                self._programma,
                # A profile of its own: two runs at once would lock each other out.
                f"-env:UserInstallation={(self._map / 'profiel').as_uri()}",
                *("--headless", "--convert-to", naar, "--outdir", str(uit), str(bron)),
            ],
            env={**os.environ, "HOME": str(self._map)},
            capture_output=True,
            timeout=SECONDEN,
            check=True,
        )
        return {pad.name: pad.read_bytes() for pad in sorted(uit.iterdir())}


@pytest.fixture(scope="session")
def kantoor(tmp_path_factory) -> Kantoor:
    programma = shutil.which("soffice")
    if programma is None:
        pytest.skip(GEEN_KANTOOR)
    return Kantoor(programma, tmp_path_factory.mktemp("kantoor"))
