"""Russian: of submissions alone; no document in it is read."""

from models.languages.asking_words import AskingWords

ASKING = AskingWords(
    code="ru",
    announcing=(
        "рекоменд",
        "призываем",
        "предлагаем",
    ),
    asking=(
        "мы рекомендуем",
        "рекомендуем",
        "призываем",
        "рекомендует(?:ся)? ",
    ),
)
