"""The numbers that Word counts by itself: a paragraph's text in the file does not hold them, but readers see them."""

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_LEVEL_MARK = re.compile(r"%(\d)")
_MAX_COUNT = 10_000


class WordNumbering:
    """Counts the automatic numbers of a document, whose paragraphs are given in order."""

    def __init__(self, document: Any) -> None:
        """Take the definitions of a python-docx document; one without any has no automatic numbers."""
        self._styles = {style.style_id: style.element for style in document.styles}
        self._levels: dict[str, dict[str, Any]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._starts: dict[str, dict[int, int]] = {}
        """Lists that begin anew: where each level begins, until it has begun."""
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering"):
                self._read(relation.target_part.element)

    def number(self, paragraph: Any) -> str:
        """The number that Word shows before a w:p element ("4.", "(a)"), "" for none and for bullets."""
        numbering = self._numbering_of(paragraph)
        if numbering is None:
            return ""
        instance, level = numbering
        of_list = self._list_of[instance]
        self._begin_anew(instance, level)
        definition = self._levels[of_list].get(str(level))
        if definition is None:
            return ""
        counts = self._counts[of_list]
        counts[level] = min(counts.get(level, _value(definition, "start", 1) - 1) + 1, _MAX_COUNT)
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if _text_value(definition, "numFmt") == "bullet":
            return ""
        in_digits = definition.find(qn("w:isLgl")) is not None
        return _LEVEL_MARK.sub(
            lambda mark: self._shown(of_list, int(mark[1]) - 1, in_digits=in_digits),
            _text_value(definition, "lvlText"),
        )

    def is_item(self, paragraph: Any) -> bool:
        """Whether a w:p element is an item of a list, numbered or not."""
        return self._numbering_of(paragraph) is not None

    def _begin_anew(self, instance: str, level: int) -> None:
        """Several lists of one form count on, but for those that say where they begin."""
        start = self._starts.get(instance, {}).pop(level, None)
        if start is not None:
            self._counts[self._list_of[instance]][level] = start - 1

    def _read(self, root: Any) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            levels = {level.get(qn("w:ilvl")): level for level in abstract.iter(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for one in root.iter(qn("w:num")):
            instance, of_list = one.get(qn("w:numId")), _text_value(one, "abstractNumId")
            self._list_of[instance] = of_list
            overrides = list(one.iter(qn("w:lvlOverride")))
            self._starts[instance] = {
                int(override.get(qn("w:ilvl"))): _value(override, "startOverride", 1)
                for override in overrides
                if override.find(qn("w:startOverride")) is not None
            }
            if forms := {each.get(qn("w:ilvl")): each for override in overrides for each in override.iter(qn("w:lvl"))}:
                # A list whose levels have forms of their own counts by itself.
                self._list_of[instance] = f"{of_list} {instance}"
                self._levels[self._list_of[instance]] = self._levels.get(of_list, {}) | forms

    def _numbering_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list (w:numId) and level of a paragraph, by itself or by its style and those that this is based on."""
        element = paragraph
        for _ in range(10):
            found = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None:
                instance = _text_value(found, "numId")
                return (instance, _value(found, "ilvl", 0)) if self._list_of.get(instance) in self._levels else None
            name = "basedOn" if element is not paragraph else "pPr/w:pStyle"
            style = element.find(f"w:{name}", element.nsmap)
            element = self._styles.get(style.get(qn("w:val"))) if style is not None else None
            if element is None:
                return None
        return None

    def _shown(self, of_list: str, level: int, *, in_digits: bool) -> str:
        definition = self._levels[of_list].get(str(level))
        if definition is None:
            return str(self._counts[of_list].get(level, 1))
        # A level without a paragraph so far is shown where it would begin.
        count = self._counts[of_list].get(level, _value(definition, "start", 1))
        return str(count) if in_digits else number_in_format(_text_value(definition, "numFmt"), count)


def number_in_format(name: str, count: int) -> str:
    """A count in the letters or digits that Word calls so ("lowerRoman")."""
    if name in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if name == "upperLetter" else letter
    if name in ("lowerRoman", "upperRoman"):
        return _roman(count) if name == "lowerRoman" else _roman(count).upper()
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")):
        text += letters * (count // value)
        count %= value
    return text + "i" * count


def _text_value(element: Any, name: str) -> str:
    child = element.find(qn(f"w:{name}"))
    return (child.get(qn("w:val")) or "") if child is not None else ""


def _value(element: Any, name: str, default: int) -> int:
    text = _text_value(element, name)
    return int(text) if text.isdecimal() else default
