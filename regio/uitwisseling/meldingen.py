"""What is wrong with a file, and what to do about it."""

from dataclasses import asdict, dataclass


class Geweigerd(Exception):
    """The file as a whole is refused: what happened, and what to do now."""

    def __init__(self, wat: str, doe: str):
        super().__init__(wat)
        self.wat = wat
        self.doe = doe

    def __str__(self) -> str:
        return f"{self.wat} {self.doe}"


class Ongeldig(ValueError):
    """One cell cannot be read: what is wrong, and what to do."""

    def __init__(self, wat: str, doe: str):
        super().__init__(wat)
        self.wat = wat
        self.doe = doe


@dataclass(frozen=True)
class Melding:
    """A fault or warning at one cell. `rij` is the number that the spreadsheet shows; 0 is none."""

    blad: str
    rij: int
    kolom: str
    waarde: str
    wat: str
    doe: str

    def __str__(self) -> str:
        delen = [f"blad {self.blad}"] if self.blad else []
        delen += [f"rij {self.rij}"] if self.rij else []
        delen += [f"kolom {self.kolom}"] if self.kolom else []
        waar = ", ".join(delen)
        gelezen = f" (er staat: {self.waarde})" if self.waarde else ""
        return f"{waar}{gelezen}: {self.wat} {self.doe}" if waar else f"{self.wat} {self.doe}"

    def als_gegevens(self) -> dict:
        """Plain values, for JSON."""
        return asdict(self)
