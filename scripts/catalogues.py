"""Bring the catalogues up to date with the texts in the code: `make locale`.

New texts are added untranslated, texts no longer said are dropped, and the .mo files the program
reads are written anew. Babel's own commands take "{percent} % of its time" for a printf format and
refuse its translation; the texts of this program have `{}` places only.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "tuiticket"


def said_by_the_program() -> Catalog:
    """Every text that is marked for translation, in the order of the code."""
    said = Catalog()
    for _file, _line, text, _comments, _context in extract_from_dir(PACKAGE):
        said.add(text)
    return said


def refresh(file: Path, said: Catalog) -> None:
    """Write one language's .po and .mo files anew, and name what waits for a translator."""
    with file.open("rb") as po:
        catalogue = read_po(po, locale=file.parent.parent.name)
    catalogue.update(said, no_fuzzy_matching=True, update_creation_date=False)
    for message in catalogue:
        message.flags.discard("python-format")
    with file.open("wb") as po:
        write_po(po, catalogue, width=0, ignore_obsolete=True)
    with file.with_suffix(".mo").open("wb") as mo:
        write_mo(mo, catalogue)
    waiting = [message.id for message in catalogue if message.id and not any(message.string or "")]
    print(f"{file}: {len(catalogue)} texts, {len(waiting)} to be translated")
    for text in waiting:
        print(f"  {text}")


def main() -> None:
    """Refresh every language there is."""
    said = said_by_the_program()
    for file in sorted(PACKAGE.glob("locale/*/LC_MESSAGES/tuiticket.po")):
        refresh(file, said)


if __name__ == "__main__":
    main()
