"""Spanish, as the UN's translators write it in reports since 2008."""

import re

from indexer.languages.words import LanguageWords

_NO_VERBS = """
    alquiler auxiliar ayer azar carácter cualquier ejemplar escolar familiar hogar líder lugar mar militar
    mujer nuclear par particular pilar popular preliminar primer regular similar solar taller tercer titular
""".split()
"""Words that end as infinitives do."""

SPANISH = LanguageWords(
    code="es",
    conclusions=re.compile(
        r"(?:[IV]{1,3}\s?[.)]?\s*)?conclusi(?:ones|ón)\s*(?:y\s*+(?:/\s*+)?o|y|o|/)\s*recomendaci(?:ones|ón)\s*+[:.*∗†\d]{0,4}\s*",
        re.I,
    ),
    list_intro=re.compile(
        r"\d{1,3}\.\s+(?:Todas\s)?las\s(?:siguientes\s)?recomendaciones\s(?:formuladas|hechas|presentadas|que figuran"
        r"|que se|siguientes|enumeradas|enunciadas|expuestas|serán)",
        re.I,
    ),
    next_section=re.compile(
        r"(?:III|IV)\s?[.)].{0,70}|anexos?\s*+(?:[IVX]+|\d)?\s*[.:*]{0,3}|"
        r"(?:[IV]+\s?[.)]?\s*)?(?:promesas\s+(?:y\s+compromisos\s+)?|compromisos\s+(?:y\s+promesas\s+)?)"
        r"(?:voluntari[ao]s|de carácter voluntario|asumidos|contraídos|de[l ]).{0,50}",
        re.I,
    ),
    requests=re.compile(
        r"\b(?:recom[ie]+nd|alient|alent|exhort|inst[aóo]|invit|solicit|pid|sugi[er]+|suger|aconsej|llam(?:a|ó) a)\w*"
        r"|\bdeber?[ií]a\w*|\bdebe\b",
        re.I,
    ),
    comments_on_others=re.compile(
        r"(?:con respecto a|en relación con|respecto de|en cuanto a|en lo que respecta a|por lo que se refiere a|sobre)"
        r"l?\s(?:las?\s)?recomendaci(?:ones|ón)\b.*\bpárrafos?\b"
        r"|(?:las?\s)?recomendaci(?:ones|ón) (?:\w+ ){0,4}(?:en|de) (?:el |los |l)?\s?párrafos?\b",
        re.I,
    ),
    announces_answer=re.compile(
        r"\bserán? (?:debidamente )?(?:examinad|estudiad|analizad)"
        r"|\b(?:examinará|estudiará|analizará|responderá|contestará)n?\b"
        r"|\b(?:dará|facilitará|presentará|proporcionará|ofrecerá|enviará)n?\b[^.]{0,80}\b(?:respuesta|posición)"
        r"|\b(?:respuesta|posición)\w*\b[^.]{0,160}"
        r"\b(?:se (?:incluirá|presentará|facilitará|dará|proporcionará)n?"
        r"|serán? (?:incluid|presentad|facilitad|proporcionad))"
        r"|\b(?:a|en) su debido (?:tiempo|momento)\b|\boportunamente\b",
        re.I,
    ),
    agrees=re.compile(r"\b(?:hace|hizo) suyas\b|(?<!no )\bestá de acuerdo con (?:las siguientes|lo siguiente)\b", re.I),
    no_position=re.compile(
        r"\b(?:como|sido) (?:aprobad|respaldad|refrendad|suscrit)\w+ por (?:el Grupo de Trabajo|el conjunto)"
        r"|\b(?:señalad|anotad)[ao]s? (?=en (?:el |los )?(?:presente )?(?:informe|párr))",
        re.I,
    ),
    points_back=re.compile(
        r"\b(?:anteriores|más arriba|precedentes|estas|esas|todas las|la totalidad de las|mencionadas|antedichas)\b",
        re.I,
    ),
    recommendations=re.compile(r"\brecomendaciones\b", re.I),
    says=re.compile(
        r"\b(?:consider\w+|estim\w+|indic\w+|declar\w+|subray\w+|explic\w+|precis\w+|record\w+|reiter\w+|señal\w+|afirm\w+"
        r"|aclar\w+|manifest\w+|inform\w+|dese\w+|prefer\w+|prefi\w+|hizo (?:notar|hincapié)|puso de relieve)",
        re.I,
    ),
    joining=r"[Yy]|[Ee](?=\s+H?[IÍ])|así como|l[ao]s?|el",
    last_joining="y",
    notes=r"(?:también\s+)?en\s+nombre\s+d|entre\s+otr[ao]s|otr[ao]s\b|etc\b",
    references=r"recomendaci(?:ones|ón)|rec\b|párr(?:afo)?s?\b|n[úº]ms?\b|n[º°]\b|véase\b|§",
    speaker=re.compile(
        r"(?:l[ao]s?\s+|el\s+)?(?:representante|delegación|delegad[ao]|embajadora?|declaración)\s+"
        r"(?:de\s+l[ao]s?\s+|del\s+|de\s+)|(?:l[ao]s\s+|la\s+|el\s+(?!salvador))",
        re.I,
    ),
    articles=r"l[ao]s?|el",
    infinitive=re.compile(
        rf"(?!(?:{'|'.join(_NO_VERBS)})\b)[a-zà-ÿ]{{1,40}}(?:[aeií]r)(?:se|l[aeo]s?|sel[aeo]s?)?(?![\w-])", re.I
    ),
    reported=re.compile(
        r"(?:(?:y|ha|también|asimismo|además)\s+)*(?:recomend|recomiend|al[ie]+nt|exhort|inst|invit|solicit|sug[ie]+r)\w*\b",
        re.I,
    ),
    beside_verbs=frozenset(
        """
            a acceder aceptar adherirse adhesión al aplicación brevedad con considerar continuar cuanto de del
            e efectivas el en esfuerzos estudiar examinar favorablemente firma firmar fin la las lo los mayor
            medidas más no o para pasos plazo plenamente pronto posibilidad posible proceso que ratificación
            rápidamente se seguir seriamente su tomar todas y
        """.split()
    ),
    before_object=frozenset(
        """
            al cada del el esa ese esos esta este estas estos la las los sus su toda todas todo todos un una
            unas unos
        """.split()
    ),
)
