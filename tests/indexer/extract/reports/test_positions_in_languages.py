"""Intro and closing paragraphs of French and Spanish reports: the position that each states.

The formulas are the UN's; the State is as good as any.
"""

import pytest

from indexer.extract.reports.interim_positions import interim_position, speaks_of_all_above
from models.languages.read_languages import words_of

CASES = [
    (
        "fr",
        "supported",
        "Les recommandations formulées au cours du dialogue ont été examinées par la Slovénie et "
        "recueillent son appui :",
    ),
    ("fr", "supported", "Les recommandations ci-après recueillent l’appui de la Slovénie :"),
    ("fr", "supported", "Les recommandations énumérées ci-après bénéficient de l’appui de la Slovénie :"),
    (
        "fr",
        "supported",
        "Les recommandations ci-après ont été examinées par la Slovénie et bénéficient de son adhésion :",
    ),
    ("fr", "supported", "Les recommandations énumérées ci-après ont recueilli l’adhésion de la Slovénie :"),
    (
        "fr",
        "supported",
        "Les recommandations ci-après emportent l’adhésion de la Slovénie, qui considère qu’elles sont en "
        "cours d’application :",
    ),
    ("fr", "supported", "La Slovénie a examiné les recommandations ci-après, qui recueillent son adhésion :"),
    ("fr", "supported", "La Slovénie souscrit aux recommandations ci-après :"),
    ("fr", "supported", "La Slovénie accepte les recommandations suivantes :"),
    ("fr", "supported", "Les recommandations suivantes ont été acceptées par la Slovénie :"),
    (
        "fr",
        "supported",
        "Les recommandations ci-après, qui recueillent l’appui de la Slovénie, ont déjà été appliquées ou "
        "sont en cours de l’être :",
    ),
    ("fr", "supported", "La Slovénie a fait siennes les recommandations suivantes :"),
    (
        "fr",
        "pending",
        "Les recommandations ci-après seront examinées par la Slovénie, qui y répondra en temps voulu, "
        "mais au plus tard à la vingt-huitième session du Conseil des droits de l’homme :",
    ),
    (
        "fr",
        "pending",
        "Les recommandations suivantes seront examinées par la Slovénie, qui fournira des réponses en temps utile :",
    ),
    (
        "fr",
        "pending",
        "La Slovénie examinera les recommandations ci-après et y répondra au plus tard à la "
        "quarante-troisième session du Conseil :",
    ),
    (
        "fr",
        "pending",
        "La réponse de la Slovénie à ces recommandations sera incluse dans le document final que le Conseil adoptera :",
    ),
    ("fr", "noted", "Les recommandations ci-après n’ont pas recueilli l’appui de la Slovénie :"),
    ("fr", "noted", "Les recommandations ci-après ne recueillent pas l’adhésion de la Slovénie :"),
    (
        "fr",
        "noted",
        "Les recommandations ci-après ne bénéficient pas de l’appui de la Slovénie et sont donc prises en note :",
    ),
    ("fr", "noted", "Les recommandations ci-après ont été examinées par la Slovénie, qui en a pris note :"),
    ("fr", "noted", "La Slovénie a pris note des recommandations suivantes :"),
    ("fr", "noted", "La Slovénie prend acte des recommandations ci-après :"),
    ("fr", "noted", "Les recommandations suivantes ont été notées par la Slovénie :"),
    ("fr", "noted", "Les recommandations énumérées ci-après ont été examinées et ont été notées par la Slovénie :"),
    ("fr", "noted", "La Slovénie ne peut pas accepter les recommandations ci-après :"),
    ("fr", "noted", "La Slovénie n’est pas en mesure d’accepter les recommandations suivantes :"),
    ("fr", "noted", "Les recommandations ci-après n’ont pas emporté l’adhésion de la Slovénie :"),
    ("fr", "noted", "Les recommandations suivantes ont été rejetées par la Slovénie :"),
    ("fr", None, "Au cours du dialogue, les recommandations ci-après ont été faites à la Slovénie :"),
    (
        "fr",
        None,
        "Toutes les conclusions et/ou recommandations figurant dans le présent rapport reflètent la "
        "position de l’État ou des États dont elles émanent ou de l’État examiné. Elles ne sauraient être "
        "considérées comme ayant été approuvées par l’ensemble du Groupe de travail.",
    ),
    (
        "fr",
        None,
        "Toutes les conclusions et recommandations figurant dans le présent rapport reflètent la position "
        "de l’État ou des États les ayant formulées, ou de l’État objet de l’Examen. Elles ne devraient "
        "pas être interprétées comme ayant été approuvées par l’ensemble du Groupe de travail.",
    ),
    (
        "es",
        "supported",
        "Las recomendaciones formuladas durante el diálogo interactivo y enumeradas a continuación han "
        "sido examinadas por Eslovenia y cuentan con su apoyo:",
    ),
    ("es", "supported", "Las recomendaciones que figuran a continuación gozan del apoyo de Eslovenia:"),
    ("es", "supported", "Las siguientes recomendaciones cuentan con el apoyo de Eslovenia:"),
    ("es", "supported", "Las recomendaciones que se enumeran a continuación han recibido el apoyo de Eslovenia:"),
    ("es", "supported", "Eslovenia ha examinado las recomendaciones siguientes y las apoya:"),
    ("es", "supported", "Las siguientes recomendaciones han sido aceptadas por Eslovenia:"),
    ("es", "supported", "Eslovenia acepta las recomendaciones siguientes:"),
    (
        "es",
        "supported",
        "Eslovenia apoya las siguientes recomendaciones, que considera que ya se han aplicado o están en "
        "proceso de aplicación:",
    ),
    ("es", "supported", "Las recomendaciones que figuran a continuación tienen el apoyo de Eslovenia:"),
    ("es", "supported", "Eslovenia hace suyas las recomendaciones siguientes:"),
    (
        "es",
        "pending",
        "Las siguientes recomendaciones serán examinadas por Eslovenia, que dará una respuesta a su "
        "debido tiempo, pero a más tardar en el 28º período de sesiones del Consejo de Derechos Humanos:",
    ),
    (
        "es",
        "pending",
        "Eslovenia examinará las siguientes recomendaciones y responderá a ellas a más tardar en el 43er "
        "período de sesiones del Consejo:",
    ),
    (
        "es",
        "pending",
        "La respuesta de Eslovenia a esas recomendaciones se incluirá en el documento final que apruebe el Consejo:",
    ),
    ("es", "noted", "Las recomendaciones que figuran a continuación no cuentan con el apoyo de Eslovenia:"),
    ("es", "noted", "Las siguientes recomendaciones no gozan del apoyo de Eslovenia, que toma nota de ellas:"),
    (
        "es",
        "noted",
        "Las recomendaciones que se enumeran a continuación no han recibido el apoyo de Eslovenia y, por "
        "consiguiente, se toma nota de ellas:",
    ),
    ("es", "noted", "Eslovenia ha examinado las recomendaciones que figuran a continuación y ha tomado nota de ellas:"),
    ("es", "noted", "Eslovenia toma nota de las siguientes recomendaciones:"),
    ("es", "noted", "Eslovenia tomó nota de las recomendaciones siguientes:"),
    ("es", "noted", "Se ha tomado nota de las siguientes recomendaciones:"),
    ("es", "noted", "Las siguientes recomendaciones no fueron aceptadas por Eslovenia:"),
    ("es", "noted", "Eslovenia no puede aceptar las recomendaciones siguientes:"),
    ("es", "noted", "Eslovenia no apoya las siguientes recomendaciones:"),
    ("es", "noted", "Las siguientes recomendaciones fueron rechazadas por Eslovenia:"),
    ("es", None, "En el curso del debate se formularon a Eslovenia las recomendaciones siguientes:"),
    (
        "es",
        None,
        "Todas las conclusiones y/o recomendaciones que figuran en el presente informe reflejan la "
        "posición de los Estados que las han formulado o del Estado examinado. No debe considerarse que "
        "han sido respaldadas por el Grupo de Trabajo en su conjunto.",
    ),
]


@pytest.mark.parametrize(("language", "position", "words"), CASES, ids=[f"{row[0]}: {row[2][:60]}" for row in CASES])
def test_position(language: str, position: str | None, words: str) -> None:
    found = interim_position(words, words_of(language))
    assert (found.value if found else None) == position


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "La Slovénie prend note de toutes les recommandations qui précèdent."),
        ("es", "Eslovenia toma nota de todas las recomendaciones anteriores."),
    ],
)
def test_a_closing_sentence_speaks_of_all_above(language: str, words: str) -> None:
    assert speaks_of_all_above(words, words_of(language))
