"""Answers from invented addenda in French and Spanish, in the shapes that States give them."""

from pathlib import Path

import pytest

from tests.indexer.invented_addenda import Row, answers_of, heading, paragraph, table, under

PORT = "La loi sur les ports a changé en mai. Les bateaux sont inspectés deux fois par an."
PRISON = "Le Gouvernement ne prévoit pas de construire de prison dans les montagnes."
PUERTO = "La ley de puertos cambió en mayo. Los barcos se inspeccionan dos veces al año."
CARCEL = "El Gobierno no tiene previsto construir otra cárcel en las montañas."
EDGES = (72, 130, 290, 370, 523)

SHAPES: dict[str, tuple[str, list[Row], dict[str, tuple[str | None, str | None]]]] = {
    "French: lists under headings": (
        "fr",
        [
            paragraph("La Slovénie a examiné les recommandations et y répond comme suit.", "1."),
            heading("A. Recommandations qui recueillent l’adhésion de la Slovénie", 12),
            paragraph("5.1, 5.3 à 5.5 et 5.7"),
            heading("B. Recommandations dont la Slovénie prend note", 12),
            paragraph("5.2 et 5.6"),
        ],
        {
            **{f"5.{item}": ("supported", None) for item in (1, 3, 4, 5, 7)},
            **{f"5.{item}": ("noted", None) for item in (2, 6)},
        },
    ),
    "French: an answer below each number": (
        "fr",
        [
            paragraph("La Slovénie répond comme suit.", "1."),
            paragraph(f"Recommandation 5.1 : Acceptée. {PORT}"),
            paragraph(f"Recommandation 5.2 : Prise en note. {PRISON}"),
            paragraph(f"Rec. 5.3 : Partiellement acceptée. {PORT}"),
        ],
        {"5.1": ("supported", PORT), "5.2": ("noted", PRISON), "5.3": ("noted", PORT)},
    ),
    "French: the recommendation again, with its States": (
        "fr",
        [
            paragraph("La Slovénie répond comme suit.", "1."),
            paragraph("5.1 Ratifier la Convention sur les bacs (la France et les Pays-Bas)."),
            paragraph(f"Réponse : Acceptée. {PORT}"),
            paragraph("5.2 Vendre le vieux bac (Côte d’Ivoire)."),
            paragraph(f"Réponse : Notée. {PRISON}"),
        ],
        {"5.1": ("supported", PORT), "5.2": ("noted", PRISON)},
    ),
    "French: a matrix": (
        "fr",
        [
            paragraph("Le tableau ci-après donne la position de la Slovénie.", "1."),
            *table(
                EDGES,
                [
                    ("N°", "Recommandation", "Position", "Observations"),
                    ("5.1", "Ratifier la Convention sur les bacs (France)", "Acceptée", PORT),
                    ("5.2", "Vendre le vieux bac (Italie)", "Notée", PRISON),
                    ("5.3", "Peindre les jetées (Chili)", "Acceptée en partie", PORT),
                ],
            ),
        ],
        {"5.1": ("supported", PORT), "5.2": ("noted", PRISON), "5.3": ("noted", PORT)},
    ),
    "Spanish: lists under headings": (
        "es",
        [
            paragraph("Eslovenia ha examinado las recomendaciones y responde lo siguiente.", "1."),
            heading("A. Recomendaciones que cuentan con el apoyo de Eslovenia", 12),
            paragraph("5.1, 5.3 a 5.5 y 5.7"),
            heading("B. Recomendaciones de las que Eslovenia toma nota", 12),
            paragraph("5.2 y 5.6"),
        ],
        {
            **{f"5.{item}": ("supported", None) for item in (1, 3, 4, 5, 7)},
            **{f"5.{item}": ("noted", None) for item in (2, 6)},
        },
    ),
    "Spanish: an answer below each number": (
        "es",
        [
            paragraph("Eslovenia responde lo siguiente.", "1."),
            under("5.1", f"Aceptada. {PUERTO}"),
            paragraph(f"Rec. 5.2: Se toma nota. {CARCEL}"),
            paragraph(f"Recomendación 5.3: Parcialmente aceptada. {PUERTO}"),
        ],
        {"5.1": ("supported", PUERTO), "5.2": ("noted", CARCEL), "5.3": ("noted", PUERTO)},
    ),
    "Spanish: the recommendation again, with its States": (
        "es",
        [
            paragraph("Eslovenia responde lo siguiente.", "1."),
            paragraph("5.1 Ratificar el Convenio sobre los Transbordadores (Francia y los Países Bajos)."),
            paragraph(f"Respuesta: Aceptada. {PUERTO}"),
            paragraph("5.2 Vender el viejo transbordador (Côte d’Ivoire)."),
            paragraph(f"Respuesta: No aceptada. {CARCEL}"),
        ],
        {"5.1": ("supported", PUERTO), "5.2": ("noted", CARCEL)},
    ),
    "Spanish: a matrix": (
        "es",
        [
            paragraph("En el cuadro siguiente figura la posición de Eslovenia.", "1."),
            *table(
                (72, 120, 290, 400, 523),
                [
                    ("Núm.", "Recomendación", "Posición", "Observaciones"),
                    (
                        "5.1",
                        "Ratificar sin demora el Convenio sobre los Transbordadores y los Barcos (Francia)",
                        "Apoyada",
                        PUERTO,
                    ),
                    ("5.2", "Vender el viejo transbordador, que ya no circula (Italia)", "Se toma nota", CARCEL),
                    (
                        "5.3",
                        "Pintar todos los muelles en primavera, incluidos los del norte (Chile)",
                        "Aceptada parcialmente",
                        PUERTO,
                    ),
                ],
            ),
        ],
        {"5.1": ("supported", PUERTO), "5.2": ("noted", CARCEL), "5.3": ("noted", PUERTO)},
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_answers(tmp_path: Path, shape: str) -> None:
    language, rows, expected = SHAPES[shape]
    responses = answers_of(tmp_path, rows, language).responses
    assert {each.answers: (each.position and each.position.value, each.comment) for each in responses} == expected
    assert {each.language for each in responses} == {language}
