"""Spanish, as the UN's translators write it in reports since 2008."""

import re

from models.languages.asking_words import AskingWords
from models.languages.positions import Grammar, PositionWords, Role, Row
from models.languages.words import (
    AnswerWords,
    CitationWords,
    CoverWords,
    InfinitiveWords,
    LanguageWords,
    LayoutWords,
    NumberWords,
    PledgeWords,
    ReferenceWords,
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
    council_session="período de sesiones",
    state_in_title="",
    observed="",
    reviewed_by_decision="",
    cycle=r"(?:EPU\s+)?ciclo",
    draft="",
    placeholder="",
    distribution="",
    ordinal_endings=r"\.?[º°ª]",
    in_dates="de",
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
    notes="notas?(?: finales)?",
    annex="anexo",
    page="página",
    recycle="Se ruega reciclar",
    behind_hyphen=("y", "o"),
    prefixes=frozenset(),
)
_NUMBERS = NumberWords(
    between="y|o|así como",
    until="al|a la|a|hasta(?: la| el)?",
    since="de la|del|de",
    mark=r"núms?\b\.?|números?\b",
    abbreviations=("num",),
    recommendation="recomendaci[oó]n(?:es)?",
    paragraph=r"párrafos?|párrs?\.",
    before_list="siguientes?",
    answered="aceptad[ao]s?|notad[ao]s?|rechazad[ao]s?",
    other_before="",
    other_behind="",
    takes_position=(
        r"(?:acepta(?:n|mos)?|apoya(?:n|mos)?|rechaza(?:n|mos)?|toma(?:n|mos)? nota de)(?: (?:también|plenamente))?"
    ),
    position_taken=(
        r"(?:no )?(?:es|son|fue|fueron|queda|quedan)(?: también)?"
        r" (?:aceptad[ao]s?|apoyad[ao]s?|rechazad[ao]s?|notad[ao]s?)"
    ),
    behind_list="y|pero|mientras|sobre",
    opens_clause="y|pero|que",
    contained="contenidas?|que figuran",
    within="del|en el",
    named_paragraph="párrafo",
    numbering="numeración|números",
    note="",
    parts="parte|frase",
    quantities=r"por\s?ciento\b|recomendacion|estado|de las cuales",
)
_REFERRING = ReferenceWords(
    see=r"véan?se|ver|rem[ií]t[ae]se a|mism[oa] \w+ que",
    answers="respuestas?|comentarios?|observaciones|explicaci[oó]n|información",
    small="también|el|l[ao]s?|sobre|dada|de|del|al?",
    of="de la|del",
    own=r"(?:la\s+)?(?:informe|presente|grupo)",
    where="más arriba|supra|infra",
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
    elsewhere="",
    deed="",
    spoken="",
    unspoken="",
    stands_for="",
    recorded="",
    commits="compromete[n]?|compromisos?|se propone[n]?",
    future_endings="irá|irán|ará|arán|erá|erán",
    would=r"[a-z]+ría",
)
_CITATIONS = CitationWords(
    paragraphs=r"párrs?\.\s",
    other_bodies=r"comisión|relator\w*",
    made_by=r"(?:de la|del?)\s(?:la\s)?",
    of_a_year="de|del",
    elsewhere="informe de mitad de (?:período|periodo)",
    reviews=r"examen p[ée]ri[óo]dico universal|\bEPU\b|\bexamen\b",
    submission="",
    left_of_translators="",
    lists_stakeholders="partes? interesad[ao]s?",
)
_ANSWERS = AnswerWords(
    answer_labels="respuesta|posición",
    label_owner="",
    label_of="de|del",
    comment_labels="comentarios?|observaciones|explicación",
    beside_position="se|ha|recomendaci[oó]n(?:es)?|es|son|y|en|parte|principio|la|las|ya|aplicadas?",
    recommend="recomend",
    explained="",
    on_part=r"relativas?\s+a|sobre|de",
    on_part_alone="sobre",
    behind_part=r"debido\b",
    remark="con respecto a|en relación con|por lo que respecta a|respecto de",
    these="esta|estas|dichas",
    goes_on="Estas",
    announces="siguientes?|a continuación",
    abbreviations="núms?|n[oº]s?|pár",
    denied="no",
    supports=r"acept\w+|apoy\w+",
    notes=r"rechaz\w+|toma\snota\sde",
    before_count="",
    of_all="",
    auxiliaries="fueron|han|sido|son",
    receives="recib|contien",
    received="recibidas",
)

# Positions: patterns of words without accents, as those of all languages.
_PHRASES = "phrases"
_ADDENDA = "addenda"
_AIM = r"(?:espiritu|objetivos?|objeto|fin|fines|finalidad|intencion|proposito|principios?|idea|filosofia|sentido)"
_PART = (
    r"(?:(?:primera?|segunda?|tercera?|ultima?|otra) )?"
    r"(?:partes?|mitad|mitades|frases?|elementos?|aspectos?|oracion|apartados?|componentes?)"
)

_ROWS = (
    Row(
        Role.SUPPORT,
        r"acepta(?:n|r|da|das|do|dos|ble|bles|mos|ndo)?|acepto|acept(?:e|aron|ara|aran)",
        "Fredonia acepta {it}.",
        _ADDENDA,
    ),
    Row(
        Role.SUPPORT,
        r"apoy(?:a|an|ar|ada|adas|ado|ados|amos|ando|aron)|respald(?:a|an|ar|ada|adas|amos)",
        "Fredonia apoya {it}.",
        _ADDENDA,
    ),
    Row(
        Role.SUPPORT,
        (
            r"suscrib(?:e|en|ir|imos)|aprueb(?:a|an)|aprobad[ao]s?|asum(?:e|en|imos)|acog(?:e"
            r"|en) (?:favorablemente )?y (?:la )?acepta"
        ),
        "Fredonia suscribe {it}.",
        _ADDENDA,
    ),
    Row(
        Role.SUPPORT,
        (
            r"(?:hace|hacen|hacemos) (?:suyas?|nuestras?)|se (?:adhiere|adhieren|suma|suman|asocia"
            r"|asocian) a(?:l)?|adherirse a|sumarse a"
        ),
        "Fredonia hace suya {it}.",
        _PHRASES,
    ),
    Row(
        Role.SUPPORT,
        r"(?:de|en) (?:pleno |total )?acuerdo con|conforme con|favorable a|a favor de|coincide con",
        "Fredonia está de acuerdo con {it}.",
        _PHRASES,
    ),
    Row(
        Role.SUPPORT,
        (
            r"(?:no tiene|no tienen|no hay|sin|no presenta"
            r"|no formula)(?: ninguna)? objecion(?:es)?(?: alguna)?(?: a| contra| respecto de| con respecto a"
            r"| en)(?: (?:aceptar|formular a))?|no se opone(?:n)? a"
        ),
        "Fredonia no tiene objeción a {it}.",
        _PHRASES,
    ),
    Row(Role.SUPPORT_NOUN, r"apoyo|respaldo|adhesion", "Fredonia da su pleno apoyo a {it}.", _ADDENDA),
    Row(
        Role.SUPPORT_NOUN,
        r"aceptacion|conformidad|aprobacion|beneplacito|acuerdo|asentimiento",
        "Fredonia expresa su conformidad con {it}.",
        _PHRASES,
    ),
    Row(
        Role.REFUSAL,
        r"rechaz(?:a|an|ar|ada|adas|ado|ados|amos|o)|inaceptables?|desestim(?:a|an|ada|adas)|descart(?:a|an|ada)",
        "Fredonia rechaza {it}.",
        _ADDENDA,
    ),
    Row(
        Role.REFUSAL,
        (
            r"se opone(?:n)? a|(?:formula|formulan|tiene|tienen|expresa|expresan|mantiene) (?:serias "
            r"|algunas |sus )?reservas"
        ),
        "Fredonia se opone a {it}.",
        _PHRASES,
    ),
    Row(
        Role.REFUSAL,
        (
            r"no (?:puede|pueden|podra|podria|ha podido|le es posible)\s+(?:\w+ ){0,2}?(?:comprometerse"
            r"|dar curso|atender|acoger|cumplir|llevar a)|no (?:acoge|comparte|atiende|procede)"
        ),
        "Fredonia no puede dar curso a {it}.",
        _PHRASES,
    ),
    Row(
        Role.NOTE,
        r"(?:toma|toman|tomar|tomado|tomada|tomo|tomamos|tomando) (?:debida |buena )?nota(?: de(?:l| la| las| los)?)?",
        "Fredonia toma nota de {it}.",
        _ADDENDA,
    ),
    Row(
        Role.NOTE,
        (
            r"tomad[ao]s? nota|anotad[ao]s?|notad[ao]s?|(?:toma|toman"
            r"|tomo) (?:debido )?conocimiento(?: del?)?|se da(?:n)? por enterad[ao]s?(?: de)?"
        ),
        "Fredonia toma conocimiento de {it}.",
        _ADDENDA,
    ),
    Row(
        Role.LATER,
        (
            r"(?:sera|seran|esta siendo|estan siendo) (?:\w+ ){0,2}?(?:examinad|estudiad|analizad"
            r"|considerad)\w+|(?:examin|estudi|analiz|consider)(?:ara|aran|aremos)\b"
        ),
        "Fredonia examinará {it}.",
        "Working Group reports",
    ),
    Row(
        Role.LATER,
        r"en estudio|(?:bajo|en|objeto de) (?:examen|consideracion|analisis)|pendientes?(?= de|\W*$)",
        "Fredonia tiene en estudio {it}.",
        "Working Group reports",
    ),
    Row(
        Role.OPEN,
        (
            r"(?:dispuest[ao]s?|acepta|aceptan|se compromete(?:n)?|preparad[ao]s?|tiene intencion|preve"
            r"|preven) (?:a |de |en )?(?:considerar|estudiar|examinar|analizar|explorar)"
        ),
        "Fredonia está dispuesta a considerar {it}.",
        _PHRASES,
    ),
    Row(
        Role.OPEN,
        (
            r"(?:examina|estudia|analiza)n?(?: todavia| aun| actualmente)?|esta(?:n)? (?:examinando"
            r"|estudiando|analizando|considerando)"
        ),
        "Fredonia está estudiando {it}.",
        _PHRASES,
    ),
    Row(
        Role.OPEN,
        r"(?:dara|comunicara|presentara|daran|hara) (?:\w+ ){0,3}?(?:respuesta|consideracion|llegar)",
        "Fredonia dará su respuesta a {it}.",
        "Working Group reports",
    ),
    Row(
        Role.UNDECIDED,
        r"se reserva(?:n)? (?:su|la|el)(?: \w+)?",
        "Fredonia se reserva su posición sobre {it}.",
        _PHRASES,
    ),
    Row(Role.SHARED, r"compart(?:e|en|imos|ir|ida|idas)", "Fredonia comparte el objetivo de {it}.", _PHRASES),
    Row(
        Role.DENIAL,
        r"(?:no|ni|nunca|tampoco|sin|ningun|ninguna|jamas)\b",
        "Fredonia no está en condiciones de aceptar {it}.",
        _ADDENDA,
    ),
    Row(
        Role.DENIAL,
        (
            r"(?:dificil\w*|dificultad\w*|imposib\w+|prematur\w+|impid\w+|impedi\w+|nieg\w+|neg\w+|absten\w+"
            r"|abstien\w+|incapaz|lejos de|en lugar de|en vez de)"
        ),
        "A Fredonia le resulta difícil aceptar {it}.",
        _PHRASES,
    ),
    Row(
        Role.HEDGE,
        (
            r"(?:considerar\w*|considera|estudi\w+|examin\w+|analiz\w+|posibilidad|podria|podrian|espera"
            r"|esperan|preve|intencion|aspira|miras)"
        ),
        "Fredonia considerará la posibilidad de aceptar {it}.",
        _PHRASES,
    ),
    Row(Role.PART, r"parcialmente|en parte|parcial", "Fredonia acepta {it} parcialmente.", _ADDENDA),
    Row(
        Role.PART,
        (
            r"en (?:lo esencial|lineas generales|terminos generales|general|gran (?:parte|medida)"
            r"|su mayor parte|cierta medida|lo fundamental)|mayormente|ampliamente|generalmente|basicamente"
            r"|esencialmente"
        ),
        "Fredonia acepta {it} en líneas generales.",
        _PHRASES,
    ),
    Row(
        Role.PART,
        (
            r"(?:en (?:lo que (?:respecta|se refiere|concierne|atane) a|cuanto a|relacion con)|respecto (?:de"
            r"|a)|con respecto a|por lo que se refiere a|en|limitad[ao] a) (?:solo |solamente "
            r"|unicamente )?(?:su|la|sus|el|los|las) "
        )
        + _PART,
        "Fredonia acepta {it} en cuanto a su primera parte.",
        _PHRASES,
    ),
    Row(
        Role.PART,
        (
            r"en (?:su )?(?:forma|version) (?:modificada|enmendada|revisada)|con (?:las|algunas"
            r"|ciertas) (?:modificaciones|enmiendas)"
        ),
        "Fredonia acepta {it} en su forma modificada.",
        _PHRASES,
    ),
    Row(
        Role.SPIRIT,
        r"en principio|en (?:su|el) espiritu|como (?:cuestion de principio|objetivo|meta)",
        "Fredonia acepta {it} en principio.",
        _ADDENDA,
    ),
    Row(
        Role.CONDITION,
        (
            r"(?:a|con la|bajo la) (?:sola )?condicion|condicionad\w+|supeditad\w+|sujet[ao]s? a|a reserva"
            r"|siempre (?:que|y cuando)|con tal de|con (?:las? |algunas? |ciertas? |la siguiente )?reservas?"
        ),
        "Fredonia acepta {it}, con reservas en cuanto al plazo.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"en la medida|en el entendid\w+|en el entendimiento|en tanto|mientras|hasta donde"
            r"|dentro de (?:sus|los|las) (?:\w+ )?(?:posibilidades|limites|medios|recursos|disponibilidades)"
            r"|en funcion de"
        ),
        "Fredonia acepta {it} en la medida de sus posibilidades.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"segun (?:sus|los|las) (?:\w+ )?(?:posibilidades|medios|recursos|disponibilidad\w*)"
            r"|de acuerdo con (?:su|la|sus|las) (?:\w+ )?(?:disponibilidad\w*|legislacion"
            r"|constitucion|posibilidades|capacidad\w*)|conforme a (?:su|la) (?:legislacion|constitucion)"
        ),
        "Fredonia acepta {it} de acuerdo con su legislación.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"(?<!aun )(?<!como )si\b(?! bien)|a menos que|cuando (?:\w+ ){0,3}?(?:haya|existan?|dispon\w+"
            r"|permit\w+|sea posible)|una vez|sin perjuicio"
        ),
        "Fredonia acepta {it} si el Congreso aprueba la ley.",
        _PHRASES,
    ),
    Row(
        Role.EXCEPTION,
        (
            r"excepto|salvo|(?:con|a) (?:la )?excepcion de|exceptuando|con exclusion|excluyendo|aparte de"
            r"|fuera de|menos (?:el|la|los|las)\b|dejando de lado"
        ),
        "Fredonia acepta {it}, salvo el plazo propuesto.",
        _ADDENDA,
    ),
    Row(
        Role.EXCEPTION,
        (
            r"(?:pero|mas|y) no\b(?! (?:solo|solamente)\b)|sin (?:la|las|los|el|su) (?:referencia|palabras"
            r"|mencion|plazo|ultima|fecha|frase)"
        ),
        "Fredonia acepta {it}, pero no el plazo propuesto.",
        _PHRASES,
    ),
    Row(
        Role.UNQUALIFIED,
        (
            r"sin (?:ningun[a]? |mas )?(?:reservas?|condicion(?:es)?|excepcion(?:es)?|restriccion(?:es)?"
            r"|demora|dilacion|vacilacion|ambages)(?: alguna| alguno)?|no (?:solo|solamente|unicamente)"
        ),
        "Fredonia acepta {it} sin reservas.",
        _PHRASES,
    ),
    Row(
        Role.ALREADY_DONE,
        (
            r"(?:(?:ya|actualmente|parcialmente|en parte|plenamente|se|esta|estan|ha sido|siendo|sido"
            r"|en gran medida)\s+){1,4}(?:aplic|implement|cumpl|ejecut|en vigor|en curso|en marcha|realiz"
            r"|recogid|incorporad|contemplad|atendid)\w*"
        ),
        "Fredonia acepta {it}, que ya se está aplicando.",
        _PHRASES,
    ),
)

# Before "recomendación", behind a verb: articles, numerals and the like, words between them, what is said of it.
_DETERMINERS = (
    r"la|las|los|el|lo|esta|estas|esa|esas|dicha|dichas|todas?|cada|ambas|algunas|siguientes?|demas|otras|presente"
    r"|numero|numeros|nums?\.?|n[o°º]s?\.?|#|solo|solamente|unicamente|su|totalidad"
)
_BETWEEN_WORDS = (
    "con|a|al|de|del|en|contenido|aplicacion|cumplimiento|tenor|sin|reservas|esencial|integramente|total|plena|agrado"
    "|satisfaccion|gusto|principio|general|lineas|generales|parte|tambien|asimismo|sobre|respecto|contra"
)
_GRAMMAR = Grammar(
    it="esta recomendación",
    it_numbered="la recomendación {number}",
    recommendation=r"(?:recomendacion(?:es)?|§)",
    several="recomendaciones",
    adverb=r"\w+mente",
    denial="no",
    has="ha|han|hemos",
    reason="porque",
    number_mark=r"nums?\.?",
    determiner=rf"(?:{_DETERMINERS}|{_BETWEEN_WORDS}|{_PART}|{_AIM}|\w+mente)",
    aim=_AIM,
    part=_PART,
    only=r"(?:solo|solamente|unicamente)",
    of=r"de|del|que|relativa|sobre",
    enjoying=(
        r"cuenta[n]?|contaron|contado|contando|goza[n]?|gozaron|gozado|recib\w+|merec\w+|tienen?|tuvieron"
        r"|tenido|obten\w*|obtiene[n]?|encuentra[n]?"
    ),
    giving=(
        r"expres\w+|da|dan|damos|prest\w+|otorg\w+|brind\w+|conced\w+|manifiest\w+|manifest\w+|reiter\w+"
        r"|ofrec\w+|confirm\w+|declar\w+"
    ),
    noun_article=r"del?\s?",
    noun_to=r"(?:\s+(?:total|pleno|plena|decidido|expresa))?\s+(?:a|al|para|con|por|de)(?=[\s,])",
    noun_verbs=r"(?!)",
    denied_behind=r"no (?:es|era|fue|resulta|parece|sera)\b|(?:es|resulta|parece)\s+(?:imposible|prematur\w|dificil)\b",
    passive=r"(?:es|son|sido|ser|fue|fueron|quedan?|resultan?|considera|sera|seran|considerada)",
    relative=r"(?:de las? )?(?:que|cual|cuales)",
    pronoun=r"(?:a |con )?(?:ella|ellas)",
    pronoun_before=r"(?:las?|los?)",
    label_intro=r"(?:la\s+|el\s+)?(?:respuesta|posicion|estado|gobierno|situacion)",
    label_subject=r"(?:(?:The|La|El)\s+)?(?:[A-Z]\w+|We|we)",
    label_article="La|El",
    label_between=r"no|se|es|son|esta|ha sido|han sido|totalmente|plenamente|ya|fue|tambien",
    label_rest=r"y|pero|con|sin|por|recomendacion(?:es)?",
    earlier=r"(?:inicialmente|anteriormente|originalmente|en un principio)",
    clause_break=r"(?:y|e|pero|mientras|aunque|sin embargo)",
    scope_end=(
        # another clause with a verb of its own
        r"(?:y|e),?\s+(?!#|§|(?:(?:la |las )?recomendacion(?:es)?|solo|parcialmente|en principio"
        r"|a condicion|siempre|en la medida|no)\b)",
        # what is said of a noun
        r"(?:a |sobre |para |de |en |con |por )?(?:la |las )?(?:(?<!lo )(?<!medida en )que|cual|cuales|cuyo|cuya)\b",
        # reasons
        r"(?:porque|ya que|dado que|puesto que|pues|considerando|recordando|teniendo en cuenta"
        r"|habida cuenta|como|a fin de)\b",
        # what stands against it, unless it limits it
        r"(?:mientras que|aunque|si bien|pero(?! (?:no|solo|en parte|parcialmente)\b)|sin embargo)\b",
    ),
    adversative=r"(?:pero|sin embargo|no obstante|aunque|si bien|mientras que|ahora bien)",
    against=(
        r"(?:no (?:puede|pueden|podra|podria|esta en condiciones|estan en condiciones|acepta|apoya"
        r"|comparte|suscribe|se compromete|garantiza|le es posible|considera"
        r"|esta de acuerdo)|rechaz\w+|reservas?|solo|solamente|unicamente|parcialmente|en parte|en principio)"
    ),
    every=r"(?:todas?|las demas|las restantes)\b(?:\s+(?:las|estas|demas|restantes|otras|#)){0,4}",
    unrestricted=(
        r"(?:(?:recibidas|formuladas|dirigidas|presentadas|hechas|contenidas)\b(?!\s+(?:por|sobre)\b)"
        r"|(?:son|han|fueron|estan|no|excepto|salvo|con excepcion|cuentan|gozan)\b)"
    ),
    points_on=r"siguientes|a continuacion",
    one_of_several=r"(?:la|esta)\s+recomendacion",
)

# What announces an answer.
_WILL_EXAMINE = (
    r"\bserán? (?:debidamente )?(?:examinad|estudiad|analizad)"
    r"|\b(?:examinará|estudiará|analizará|responderá|contestará)n?\b"
)
_WILL_ANSWER = r"\b(?:dará|facilitará|presentará|proporcionará|ofrecerá|enviará)n?\b[^.]{0,80}\b(?:respuesta|posición)"
_ANSWER_WILL_BE = (
    r"\b(?:respuesta|posición)\w*\b[^.]{0,160}\b(?:se (?:incluirá|presentará|facilitará|dará|proporcionará)n?"
    r"|serán? (?:incluid|presentad|facilitad|proporcionad))"
)
_IN_TIME = r"\b(?:a|en) su debido (?:tiempo|momento)\b|\boportunamente\b"

ASKING = AskingWords(
    code="es",
    announcing=(
        "recomend",
        "recomiend",
        "nuestras peticiones",
        "exhort",
        "instamos",
        "pedimos",
    ),
    asking=(
        r"(?:nosotros|nuestra organización|nuestras organizaciones|los autores|la coalición)\s+"
        r"(?:\w+\s+)?(?:recom|ped|pid|exhort|inst|solicit|propon|alent)",
        r"(?:recomendamos|pedimos|solicitamos|exhortamos|instamos|proponemos)\b",
        "recomiendan? (?:que|a|al)",
        r"(?:gobierno|estado|autoridades|parlamento|<States>)\s+(?:deber(?:ía|ían)|deben?)",
    ),
)

SPANISH = LanguageWords(
    code="es",
    name="Spanish",
    cover=_COVER,
    review=_REVIEW,
    layout=_LAYOUT,
    numbers=_NUMBERS,
    referring=_REFERRING,
    tables=_TABLES,
    pledges=_PLEDGES,
    citations=_CITATIONS,
    answers=_ANSWERS,
    positions=PositionWords(_ROWS, _GRAMMAR),
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
    announces_answer=re.compile("|".join((_WILL_EXAMINE, _WILL_ANSWER, _ANSWER_WILL_BE, _IN_TIME)), re.I),
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
    says=re.compile(
        r"\b(?:consider\w+|estim\w+|indic\w+|declar\w+|subray\w+|explic\w+|precis\w+|record\w+|reiter\w+|señal\w+|afirm\w+"
        r"|aclar\w+|manifest\w+|inform\w+|dese\w+|prefer\w+|prefi\w+|hizo (?:notar|hincapié)|puso de relieve"
        r"|porque\b|raz[oó]n(?:es)?\b|motivos?\b)",
        re.I,
    ),
    joining=r"[Yy]|[Ee](?=\s+H?[IÍ])|así como|l[ao]s?|el",
    notes=r"(?:también\s+)?en\s+nombre\s+d|entre\s+otr[ao]s|otr[ao]s\b|etc\b",
    references=r"recomendaci(?:ones|ón)|rec\b|párr(?:afo)?s?\b|n[úº]ms?\b|n[º°]\b|véase\b|§",
    speaker=re.compile(
        r"(?:l[ao]s?\s+|el\s+)?(?:representante|delegación|delegad[ao]|embajadora?|declaración)\s+"
        r"(?:de\s+l[ao]s?\s+|del\s+|de\s+)|(?:l[ao]s\s+|la\s+|el\s+(?!salvador))",
        re.I,
    ),
    frequent="",
    articles=r"l[ao]s?|el",
    infinitives=InfinitiveWords(
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
    ),
)
