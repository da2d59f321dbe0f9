"""Portuguese: of submissions alone; no document in it is read."""

from models.languages.asking_words import AskingWords

ASKING = AskingWords(
    code="pt",
    announcing=(
        "recomenda",
        "os nossos pedidos",
        "exortamos",
        "instamos",
    ),
    asking=(
        r"(?:recomendamos|pedimos|solicitamos|exortamos|instamos|propomos)\b",
        "recomendam? (?:que|ao|a)",
    ),
)
