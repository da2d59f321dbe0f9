"""Spanish, as the UN's translators write it in reports since 2008."""

import re

from indexer.languages.words import (
    AnswerWords,
    CitationWords,
    CoverWords,
    LanguageWords,
    LayoutWords,
    PledgeWords,
    ReviewWords,
    TableWords,
)

_NO_VERBS = """
    alquiler auxiliar ayer azar carácter cualquier ejemplar escolar familiar hogar líder lugar mar militar
    mujer nuclear par particular pilar popular preliminar primer regular similar solar taller tercer titular
""".split()
"""Words that end as infinitives do."""

_UNITS = "primero segundo tercero cuarto quinto sexto séptimo octavo noveno".split()
_TENS = {10: "décimo", 20: "vigésimo", 30: "trigésimo", 40: "cuadragésimo", 50: "quincuagésimo"}
_ORDINALS = (
    {word: number for number, word in enumerate(_UNITS, 1)}
    | {ten: tens for tens, ten in _TENS.items()}
    | {f"{ten}-{word}": tens + unit for tens, ten in _TENS.items() for unit, word in enumerate(_UNITS, 1)}
    # In one word an accent and an "o" go ("decimosexto", "vigesimoctavo").
    | {
        (ten.replace("é", "e") + word).replace("oo", "o"): tens + unit
        for tens, ten in _TENS.items()
        for unit, word in enumerate(_UNITS, 1)
    }
    | {"undécimo": 11, "duodécimo": 12}
)
# Before a noun the ending goes ("primer período", "vigésimo tercer período").
_ORDINALS |= {
    word.removesuffix("o"): number for word, number in _ORDINALS.items() if word.endswith(("primero", "tercero"))
}

_COVER = CoverWords(
    months=tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    ordinals=_ORDINALS,
    universal_periodic_review="examen periódico universal",
    upr=r"examen p[ée]ri[óo]dico universal|\bEPU\b",
    report_of_working_group="informe del grupo de trabajo sobre el examen periódico universal",
    report_of_council="informe del consejo de derechos humanos sobre su",
    session_held=re.compile(
        r"\bcelebró su (?P<session>[\w-]{1,25}(?:\.?[º°ª])?(?: [\w-]+)?) período de sesiones,? (?:en Ginebra,? )?"
        r"(?:del? )?(?P<days>.{4,60}?\d{4})",
        re.I,
    ),
    session_named=re.compile(r"\b(?P<session>[\w-]{1,25}(?:\.?[º°ª])?) período de sesiones del Grupo de Trabajo", re.I),
    review_held=re.compile(
        r"\bexamen (?:relativo al?|correspondiente al?|del?)\s(?:l[oa]s\s|el\s|la\s)?(?P<state>.{3,90}?)"
        r"\s(?:se (?:llevó a cabo|celebró|realizó)|tuvo lugar) en",
        re.I,
    ),
    on_review=r"\bEPU\b|\bexam(?:en|inad)",
    mid_term=(
        r"(?:informe|evaluación|balance)\s.{0,30}?"
        r"(?:a|de)\s+(?:mitad|medio)\s+(?:de(?:l)?\s+)?(?:período|periodo|término|plazo)"
    ),
    end_of_title_page=r"introducción\b|prólogo\b|índice\b",
    written_by=r"\b(?:presentado|preparado|elaborado|redactado) por\s*:?",
    government=r"\b(?:gobierno|ministerio|misión permanente|informe nacional|cancillería)\b",
    stakeholders=(
        r"\b(?:ONG|sociedad civil|partes? interesadas?|coalición|red de|fundación|instituto|defensor[ií]a)\b"
    ),
    of_titles=frozenset(
        """
            aplicación balance ciclo consejo del derechos el evaluación humanos informe las los medio mitad
            naciones periodo periódico período plazo primer recomendaciones segundo tercer término unidas
            universal y
        """.split()
    ),
    cycles=(("primer", "primero"), ("segundo", "2º"), ("tercer", "tercero", "3º"), ("cuarto", "4º")),
    end_of_title=r"(?:por el|respuestas del) Estado\s+(?:examinado|objeto)|^\s*Adición\s*\*?$",
)
_REVIEW = ReviewWords(
    delegation_headed=re.compile(
        r"\bdelegación(?: .{2,80}?)? (?:estuvo|fue) (?:encabezada|presidida|dirigida) por\s(?P<head>.{3,250}?)"
        r"(?=[.,;]?\s+(?:En|El|La)\s+(?:su|la|\d)|\.?\s*$)"
    ),
    troika=re.compile(r"\(troika\)[^:]{5,200}:\s*(?P<states>\S.{1,198}?\S)\.?\s*$", re.I),
    between_states=re.compile(
        r",\s*(?:y\s+)?|(?<!\s)\s+[ye]\s+(?!Tabago|las Granadinas|Príncipe|Nieves|Barbuda|Herzegovina|Irlanda)"
    ),
    article=re.compile(r"^(?:el|la|los|las)\s+", re.I),
    delegations_spoke=re.compile(
        r"\b(?:formularon|hicieron) declaraciones (\d{1,3}|[a-zé]+(?: y [a-z]+)?) delegaciones"
        r"|\b(\d{1,3}|[a-zé]+(?: y [a-z]+)?) delegaciones (?:formularon|hicieron) declaraciones",
        re.I,
    ),
    numbers={},
    answer_due=re.compile(
        r"\ba más tardar (?:en|durante) el (?P<session>[\w-]+[º°]?(?: [\w-]+)?) período de sesiones del "
        r"Consejo de Derechos Humanos"
        r"(?:,? (?:que se celebrará )?en (?P<when>.{0,60}?\d{4}))?",
        re.I,
    ),
)
_LAYOUT = LayoutWords(
    joining=("y", "e", "o", "u"),
    last_joining=("y",),
    to=("a",),
    recommendation="recomendaci[oó]n(?:es)?",
    begins_recommendation="recomendaci",
    notes="notas?(?: finales)?",
    annex="anexo",
)
_TABLES = TableWords(
    number=r"(?:n[°º]s?\.?|núm(?:ero)?s?\.?)(?:\s*de(?: la)?\s.{1,30})?|párrafo",
    text=r"recomendaci[oó]n(?:es)?\b.{0,40}",
    position="respuestas?|posici[oó]n|estado",
    comment="comentarios?|observaciones",
    done="medidas|acciones|avances|cumplimiento|seguimiento",
    yes="sí",
)
_PLEDGES = PledgeWords(
    headings=(
        r"promesas (?:y compromisos )?voluntarias\b"
        r"|(?:promesas y )?compromisos (?:voluntarios|asumidos|contraídos)\b|promesas y compromisos\b"
    ),
    nouns="compromiso",
    earlier="cumplimiento|aplicaci[oó]n|seguimiento",
    commits="compromete[n]?|compromisos?|se propone[n]?",
    future_endings="irá|irán|ará|arán|erá|erán",
)
_CITATIONS = CitationWords(
    paragraphs=r"párrs?\.\s",
    other_bodies=r"comisión|relator\w*",
    made_by=r"(?:de la|del?)\s(?:la\s)?",
    of_a_year="de|del",
    elsewhere="informe de mitad de (?:período|periodo)",
    reviews=r"examen p[ée]ri[óo]dico universal|\bEPU\b|\bexamen\b",
    lists_stakeholders="partes? interesad[ao]s?",
)
_ANSWERS = AnswerWords(
    answer_labels="respuesta|posición",
    label_owner="",
    label_of="de|del",
    comment_labels="comentarios?|observaciones|explicación",
    beside_position="se|ha|recomendaci[oó]n(?:es)?|es|son|y|en|parte|principio|la|las|ya|aplicadas?",
    recommend="recomend",
    on_part=r"relativas?\s+a|sobre|de",
    on_part_alone="sobre",
    behind_part=r"debido\b",
    remark="con respecto a|en relación con|por lo que respecta a|respecto de",
    these="esta|estas|dichas",
    goes_on="Estas",
    announces="siguientes?|a continuación",
    between_numbers="y|o|así como|n[oº]s?|núms?",
    abbreviations="núms?|n[oº]s?|pár",
    recommendations="recomendaciones",
    denied="no",
    supports=r"acept\w+|apoy\w+",
    notes=r"rechaz\w+|toma\snota\sde",
    before_count="",
    auxiliaries="fueron|han|sido|son",
    receives="recib|contien",
    received="recibidas",
)

SPANISH = LanguageWords(
    code="es",
    cover=_COVER,
    review=_REVIEW,
    layout=_LAYOUT,
    tables=_TABLES,
    pledges=_PLEDGES,
    citations=_CITATIONS,
    answers=_ANSWERS,
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
    before_infinitive=re.compile(r"(?:(?:se|no|[^\W\d_]+mente)\s+){1,3}", re.I),
    addressees=frozenset("a al de del el gobierno l la las le los".split()),
)
