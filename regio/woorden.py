"""Words as they are compared: without capitals, accents or marks."""

import re
import unicodedata

# Letters that decomposition leaves alone.
BIJZONDER = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)


def vlak(tekst: str) -> str:
    """Lower case without accents or marks; other scripts stay as they are."""
    los = unicodedata.normalize("NFKD", tekst.casefold().translate(BIJZONDER))
    zonder = "".join(teken for teken in los if not unicodedata.combining(teken))
    return re.sub(r"[\s\-'’`.]+", " ", zonder).strip()
