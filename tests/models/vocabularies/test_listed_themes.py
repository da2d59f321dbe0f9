"""Themes of OHCHR's lists that belong to no issue yet, for pages in other languages."""

from models.files.package_tables import table_rows
from models.vocabularies.crosswalk import issues_by_theme, unmapped_themes


def test_none_stands_in_the_crosswalk_too() -> None:
    themes = [row["theme"] for row in table_rows("models.vocabularies", "listed_themes.csv")]
    known = issues_by_theme().keys() | {relation.value for relation in unmapped_themes()}
    assert len(themes) == len(set(themes)) > 0
    assert known.isdisjoint(themes)
