"""Invented documents before two reviews, in habits of States whose documents the rules were not written for."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.stated_links import ReportNumbers, basis_of, linked_paragraphs
from indexer.sources.document import read_document
from models.reviews.states import StateTable

Links = dict[str, dict[str, list[str]]]
"""Document (1 to 3) → paragraph → recommendations linked."""


def cover(symbol: str, *lines: str) -> str:
    return "\n".join((f"United Nations {symbol}", "General Assembly", "Distr.: General", *lines, ""))


def read(folder: Path, text: str) -> DocumentExtract:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    extract = read_document(path, path.name, StateTable.built_in())
    assert isinstance(extract, DocumentExtract)
    return extract


def links(folder: Path, documents: Sequence[str], report: ReportNumbers) -> Links:
    found: Links = {}
    for text in documents:
        extract = read(folder, text)
        basis = basis_of(extract.reported, report)
        found[extract.identity.symbol[-1]] = {
            paragraph.place.paragraph or "": [
                number for reference in paragraph.references for number in linked_paragraphs(reference, report, basis)
            ]
            for paragraph in extract.reported
        }
    return found


NORTH = ReportNumbers(
    "A/HRC/901/7",
    {f"136.{number}": f"Ferry {number}" for number in range(1, 41)}
    | {f"137.{number}": f"Pier {number}" for number in range(1, 21)},
)
"""A report with a list of what was supported and one of what was noted; documents print dotted numbers."""
BY_THE_NORTH = (
    cover("A/HRC/WG.6/33/NOR/1", "National report", "Norway")
    + """I. Methodology
1. Towns were asked by letter. The State supported 40 of 60 recommendations.
II. Follow-up to the previous review
A. Ferries [136.1, 136.4]
2. The ferries were mended.1
3. Two are new (Rec. 136.7).
B. Piers (136.12 (Chile), 136.14 (Peru, Fiji))
4. Piers were built in 2016, and 137.5 million was spent on them.
5. In line with recommendations 137.2 (Malta) and
137.3 (Togo), the State looked at nets:
(a) Nets of hemp;
(b) Nets of wire.
C. Rowers
6. For the pay of rowers, see the mid-term report (recommendation 136.20).
7. General recommendation No. 35 and article 12.3 of the law are taught.
III. Outlook
8. More is to come.
Notes
1 Recs. 136.2–136.3.
"""
)
BY_BODIES_IN_THE_NORTH = (
    cover("A/HRC/WG.6/33/NOR/2", "Compilation on Norway")
    + """I. Background
1. This is a compilation.
II. Scope of international obligations1, 2
2. A committee asked for ferries.3
III. Rights
1. Cross-cutting issues
Equality and non-discrimination4
3. Another committee saw piers.5
4. An agency saw none.
Notes
1 For relevant recommendations, see A/HRC/901/7, paras. 136.1–136.3 and 137. 6.
2 CRC/C/NOR/CO/5, para. 136.9, and A/HRC/777/3, paras. 136.11.
3 CERD/C/NOR/CO/23, paras. 5–6.
4 A/HRC/901/7, paras. 163.30–136.32.
5 See also A/HRC/901/7, para. 137.7 (Chad).
"""
)
BY_OTHERS_IN_THE_NORTH = (
    cover("A/HRC/WG.6/33/NOR/3", "Summary of Stakeholders’ submissions on Norway")
    + """I. Background
1. The present report is a summary of 2 stakeholders’ submissions1 to the universal periodic review.
II. Information provided by stakeholders
2. JS1 noted that UPR recommendations 136.4 and 136.5 were not followed.2 It recommended ferries.
3. FF-EU asked for recommendation 12 to be withdrawn.3
Notes
1 The stakeholders listed below have contributed information for this summary:
JS1 Joint submission 1 submitted by: Pier Pals;
FF-EU Ferry Friends.
2 JS1, paras. 136.8 and 136.9.
3 FF-EU, p. 3; A/HRC/901/7, 137.9, 137.10.
"""
)

SOUTH = ReportNumbers("A/HRC/902/9", {f"84.{number}": f"Bac {number}" for number in range(1, 61)})
"""A report with one list, whose numbers its documents print bare, in French and Spanish."""
BY_THE_SOUTH = (
    cover("A/HRC/WG.6/34/MDG/1", "Rapport national", "Madagascar")
    + """I. Introduction
1. Le rapport a été préparé par les ministères et les villes de la côte. Il suit les recommandations
acceptées par le pays, dans l’ordre de ses thèmes.
II. Suite donnée aux recommandations
A. Bacs (Recommandations 1, 5 à 7)
2. Les bacs ont été réparés, conformément à la recommandation no 9.
3. Les rameurs sont payés. La recommandation 12 du Comité des bacs a été suivie.
1. Petits bacs (recommandations nos 11 et 12)
4. Les petits bacs sont peints.
B. Jetées
5. Deux jetées ont été construites en 2016, 12 recommandations étant suivies.
C. Oiseaux (recommandations 58-61)
6. On compte les oiseaux.
"""
)
BY_BODIES_IN_THE_SOUTH = (
    cover("A/HRC/WG.6/34/MDG/2", "Compilation concernant Madagascar")
    + """I. Renseignements d’ordre général
1. Le présent rapport est une compilation des renseignements.
II. Étendue des obligations internationales1
2. Un comité a demandé des bacs.2
3. Un autre comité a vu des jetées.3
Notes
1 Pour les recommandations pertinentes, voir A/HRC/902/9, par. 84.1 à 84.3 et 84.10.
2 CRC/C/MDG/CO/5, par. 84.
3 Voir également A/HRC/902/9, par. 84.20.
"""
)
BY_OTHERS_IN_THE_SOUTH = (
    cover("A/HRC/WG.6/34/MDG/3", "Resumen de las comunicaciones de las partes interesadas", "Madagascar")
    + """I. Antecedentes
1. El presente informe es un resumen de 2 comunicaciones1 de las partes interesadas.
II. Información proporcionada por las partes interesadas
A. Alcance de las obligaciones internacionales2
2. JS1 señaló que los barcos son viejos.
3. JS1 dijo que no se había seguido la recomendación 84.30 del segundo ciclo.
Notas
1 Las partes interesadas que figuran a continuación enviaron información:
JS1 Joint submission 1 submitted by: Amigos del Muelle.
2 Véanse las recomendaciones pertinentes en A/HRC/902/9, párrs. 84.4 y 84.40 a 84.42.
"""
)


@pytest.mark.parametrize(
    ("documents", "report", "expected"),
    [
        pytest.param(
            [BY_THE_NORTH, BY_BODIES_IN_THE_NORTH, BY_OTHERS_IN_THE_NORTH],
            NORTH,
            {
                "1": {
                    "1": [],
                    "2": ["136.1", "136.4", "136.2", "136.3"],
                    "3": ["136.1", "136.4", "136.7"],
                    "4": ["136.12", "136.14"],
                    "5": ["136.12", "136.14", "137.2", "137.3"],
                    "6": ["136.20"],
                    "7": [],
                    "8": [],
                },
                "2": {
                    "1": [],
                    "2": ["136.1", "136.2", "136.3", "137.6"],
                    # "163.30–136.32": one end is misprinted.
                    "3": ["136.30", "136.31", "136.32", "137.7"],
                    "4": ["136.30", "136.31", "136.32"],
                },
                "3": {"1": [], "2": ["136.4", "136.5"], "3": ["137.9", "137.10"]},
            },
            id="dotted numbers of two lists",
        ),
        pytest.param(
            [BY_THE_SOUTH, BY_BODIES_IN_THE_SOUTH, BY_OTHERS_IN_THE_SOUTH],
            SOUTH,
            {
                "1": {
                    "1": [],
                    "2": ["84.1", "84.5", "84.6", "84.7", "84.9"],
                    "3": ["84.1", "84.5", "84.6", "84.7"],
                    "4": ["84.11", "84.12"],
                    "5": [],
                    # 61 is beyond the list.
                    "6": ["84.58", "84.59", "84.60"],
                },
                "2": {
                    "1": [],
                    "2": ["84.1", "84.2", "84.3", "84.10"],
                    "3": ["84.1", "84.2", "84.3", "84.10", "84.20"],
                },
                "3": {
                    "1": [],
                    "2": ["84.4", "84.40", "84.41", "84.42"],
                    "3": ["84.4", "84.40", "84.41", "84.42", "84.30"],
                },
            },
            id="bare numbers of one list, in French and Spanish",
        ),
    ],
)
def test_stated_links(tmp_path: Path, documents: Sequence[str], report: ReportNumbers, expected: Links) -> None:
    assert links(tmp_path, documents, report) == expected


def test_pointers_and_stakeholders(tmp_path: Path) -> None:
    (pointer,) = (
        reference
        for paragraph in read(tmp_path, BY_THE_NORTH).reported
        if paragraph.place.paragraph == "6"
        for reference in paragraph.references
    )
    assert pointer.points_elsewhere
    third = read(tmp_path, BY_OTHERS_IN_THE_NORTH).reported
    assert [paragraph.contributors for paragraph in third] == [
        (),
        (("JS1", "Joint submission 1 submitted by: Pier Pals"),),
        (("FF-EU", "Ferry Friends"),),
    ]
    south = read(tmp_path, BY_OTHERS_IN_THE_SOUTH).reported
    assert south[1].contributors == (("JS1", "Joint submission 1 submitted by: Amigos del Muelle"),)
