"""Arabic: of submissions alone; no document in it is read."""

from models.languages.asking_words import AskingWords

ASKING = AskingWords(
    code="ar",
    announcing=(
        "توصيات",
        "التوصيات",
        "نوصي",
        "توصي",
        "مطالب",
        "ندعو",
        "نطالب",
    ),
    asking=(
        "نوصي",
        "توصي المنظم",
        "ندعو",
        "نطالب",
        "نحث",
    ),
)
