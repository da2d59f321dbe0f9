"""Requests and recommending States of items in French and Spanish."""

import pytest

from indexer.extract.grammar.infinitives import begins_with_infinitive
from indexer.extract.grammar.split_requests import split_requests
from models.languages.read_languages import words_of
from models.reviews.states import StateTable

STATES = {code: StateTable.built_in().with_names_in([code]) for code in ("fr", "es")}
ONE_REQUEST = [
    ("fr", "Ratifier la Convention (France ; Pays-Bas (Royaume des)) ;", "FRA NLD"),
    ("fr", "Ratifier la Convention (la France et les Pays-Bas).", "FRA NLD"),
    ("fr", "Ratifier la Convention (République de Moldova, Turquie) (États-Unis d’Amérique)", "MDA TUR USA"),
    ("fr", "Ratifier la Convention (Côte d’Ivoire, l’Italie et le Royaume-Uni)", "CIV ITA GBR"),
    (
        "fr",
        "Ratifier la Convention (Iran (République islamique d’), Venezuela (République bolivarienne du), "
        "Bolivie (État plurinational de))",
        "IRN VEN BOL",
    ),
    ("fr", "Ratifier la Convention (République populaire démocratique de Corée, République de Corée)", "PRK KOR"),
    ("fr", "Ratifier la Convention (Trinité-et-Tobago ; Bosnie-Herzégovine, au nom du Groupe africain)", "TTO BIH"),
    # names of former times, and one that is misspelt
    ("fr", "Ratifier la Convention (ex-République yougoslave de Macédoine, Jamahiriya arabe libyenne)", "MKD LBY"),
    ("fr", "Ratifier la Convention (Alemagne, État de Palestine, Saint-Siège)", "DEU PSE VAT"),
    ("es", "Ratificar la Convención (Francia; Países Bajos (Reino de los));", "FRA NLD"),
    ("es", "Ratificar la Convención (los Estados Unidos de América e Italia)", "USA ITA"),
    ("es", "Ratificar la Convención (Francia y el Reino Unido de Gran Bretaña e Irlanda del Norte)", "FRA GBR"),
    ("es", "Ratificar la Convención (Trinidad y Tabago, San Vicente y las Granadinas, El Salvador)", "TTO VCT SLV"),
    (
        "es",
        "Ratificar la Convención (Irán (República Islámica del), Venezuela (República Bolivariana de), "
        "Bolivia (Estado Plurinacional de))",
        "IRN VEN BOL",
    ),
    ("es", "Ratificar la Convención (ex República Yugoslava de Macedonia) (República Checa) (Turquía)", "MKD CZE TUR"),
    ("es", "Ratificar la Convención (Chad, en nombre del Grupo de Estados de África)", "TCD"),
]
CONVENTION = {"fr": "Ratifier la Convention", "es": "Ratificar la Convención"}


@pytest.mark.parametrize(("language", "item", "states"), ONE_REQUEST, ids=[row[1] for row in ONE_REQUEST])
def test_recommending_states(language: str, item: str, states: str) -> None:
    (request,) = split_requests(item, STATES[language], words_of(language))
    assert (request.text, " ".join(sponsor.state for sponsor in request.sponsors), request.composed) == (
        CONVENTION[language],
        states,
        False,
    )


SEVERAL = [
    # requests of their own
    (
        "fr",
        "Peindre les jetées (Chili) ; former des gardiens (Tchad)",
        [("Peindre les jetées", "CHL", False), ("former des gardiens", "TCD", False)],
    ),
    # sub-items with the States behind the last
    (
        "fr",
        "a) Peindre les jetées; b) former des gardiens (Chili)",
        [("Peindre les jetées", "CHL", False), ("former des gardiens", "CHL", False)],
    ),
    # verbs of one object
    (
        "fr",
        "Signer (Espagne) et ratifier (Pérou) la Convention",
        [("Signer la Convention", "ESP", True), ("ratifier la Convention", "PER", True)],
    ),
    (
        "es",
        "Considerar la posibilidad de firmar (España) y ratificar (Perú) la Convención",
        [
            ("Considerar la posibilidad de firmar la Convención", "ESP", True),
            ("ratificar la Convención", "PER", True),
        ],
    ),
    # another object, then a clause about it
    (
        "fr",
        "Ratifier la Convention (Espagne) et son Protocole (Pérou) dans les meilleurs délais",
        [("Ratifier la Convention", "ESP", False), ("Ratifier son Protocole dans les meilleurs délais", "PER", True)],
    ),
    (
        "es",
        "Ratificar la Convención (España), en particular antes de 2030 (Perú)",
        [
            ("Ratificar la Convención", "ESP", False),
            ("Ratificar la Convención, en particular antes de 2030", "PER", True),
        ],
    ),
    # the States stand in the middle of a request
    (
        "fr",
        "Prendre des mesures (Chili, Pérou) dans le domaine de la pêche",
        [("Prendre des mesures dans le domaine de la pêche", "CHL PER", True)],
    ),
    # the sentence reports it
    ("fr", "Le Mexique recommande à la Slovénie de peindre les jetées", [("peindre les jetées", "MEX", False)]),
    ("es", "Los Países Bajos recomendaron a Eslovenia pintar los muelles", [("pintar los muelles", "NLD", False)]),
    (
        "es",
        "México recomendó a Eslovenia que pintara los muelles",
        [("recomendó a Eslovenia que pintara los muelles", "MEX", False)],
    ),
    ("fr", "Recommande de peindre les jetées (Chili)", [("peindre les jetées", "CHL", False)]),
    # nobody is named
    ("fr", "Peindre les jetées", [("Peindre les jetées", "", False)]),
]


@pytest.mark.parametrize(("language", "item", "expected"), SEVERAL, ids=[row[1] for row in SEVERAL])
def test_requests(language: str, item: str, expected: list[tuple[str, str, bool]]) -> None:
    requests = split_requests(item, STATES[language], words_of(language))
    found = [(each.text, " ".join(sponsor.state for sponsor in each.sponsors), each.composed) for each in requests]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("fr", "S’assurer que les bacs circulent", True),
        ("fr", "Ne pas fermer le port", True),
        ("fr", "Pleinement mettre en œuvre", True),
        ("fr", "premier pas vers le port", False),
        ("fr", "des bacs", False),
        ("es", "Adherirse al Convenio", True),
        ("es", "No cerrar el puerto", True),
        ("es", "militar en el puerto", False),
        ("es", "los transbordadores", False),
        ("en", "Ensure that the ferries run", False),
    ],
)
def test_words_that_begin_with_an_infinitive(language: str, words: str, expected: bool) -> None:
    assert begins_with_infinitive(words, words_of(language)) is expected
