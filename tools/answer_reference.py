"""Write the table of docs/responses.md anew: what the words of an answer do, with an example.

`make commands` runs it. The examples are those of models/languages, each read as a sentence on its own.
"""

from collections.abc import Iterator
from pathlib import Path

from indexer.extract.positions.answers import read_answer
from models.languages.positions import IT, Role, Row
from models.languages.read_languages import READ_LANGUAGES
from models.languages.words import LanguageWords
from models.texts.words import ENGLISH

PAGE = Path(__file__).resolve().parent.parent / "docs" / "responses.md"
BEGIN, END = "<!-- written by `make commands` -->\n", "<!-- end of what `make commands` writes -->\n"


def with_tables(page: str) -> str:
    """The page with the table of today.

    Raises:
        ValueError: it has no place for it.
    """
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{''.join(_table())}\n{END}{after}"


def _table() -> Iterator[str]:
    yield "| what words do | read as | for example |\n|---|---|---|\n"
    for role in Role:
        yield f"| {role.value} | {', '.join(sorted(_readings(role)))} | {_first_example(role)} |\n"


def _first_example(role: Role) -> str:
    """How a language says it, by the first row that does; English, where it has one, is the first language."""
    languages = sorted(READ_LANGUAGES.values(), key=lambda language: language.code != ENGLISH)
    return next(
        _example(row, language) for language in languages for row in language.positions.rows if row.role is role
    )


def _readings(role: Role) -> set[str]:
    languages = READ_LANGUAGES.values()
    return {_reading(row, language) for language in languages for row in language.positions.rows if row.role is role}


def _example(row: Row, language: LanguageWords) -> str:
    return row.example.replace(IT, language.positions.grammar.it)


def _reading(row: Row, language: LanguageWords) -> str:
    """The position that is read in its example, with the kind where support is qualified."""
    answer = read_answer(_example(row, language), language.code)
    if answer is None:
        return "no answer"
    return f"{answer.position.value}, `{answer.qualified.value}`" if answer.qualified else answer.position.value


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
