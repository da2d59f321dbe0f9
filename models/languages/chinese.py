"""Chinese: of submissions alone; no document in it is read."""

from models.languages.asking_words import AskingWords

ASKING = AskingWords(
    code="zh",
    announcing=(
        "建议",
        "呼吁",
    ),
    asking=(
        "我们建议",
        "建议政府",
        "呼吁",
    ),
)
