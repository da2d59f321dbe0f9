"""What `make size` counts."""

from pathlib import Path

from tools.size import size_of


def test_statements_are_counted_however_lines_are_broken(tmp_path: Path) -> None:
    one, broken = tmp_path / "one.py", tmp_path / "broken.py"
    one.write_text("def half(number):\n    return number / 2\n", encoding="utf-8")
    broken.write_text("def half(\n    number,\n):\n    return (\n        number / 2\n    )\n", encoding="utf-8")
    assert size_of([one]) == {"lines": 2, "statements": 2}
    assert size_of([one, broken]) == {"lines": 8, "statements": 4}
