"""Spanish words for positions. Patterns are of words without accents, as those of all languages."""

from indexer.extract.positions.roles import Grammar, PositionLanguage, Role, Row

_PHRASES = "phrases"
_ADDENDA = "addenda"
_AIM = r"(?:espiritu|objetivos?|objeto|fin|fines|finalidad|intencion|proposito|principios?|idea|filosofia|sentido)"
_PART = (
    r"(?:(?:primera?|segunda?|tercera?|ultima?|otra) )?"
    r"(?:partes?|mitad|mitades|frases?|elementos?|aspectos?|oracion|apartados?|componentes?)"
)

ROWS = (
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
            r"|en funcion de|segun (?:sus|los|las) (?:\w+ )?(?:posibilidades|medios|recursos"
            r"|disponibilidad\w*)|de acuerdo con (?:su|la|sus|las) (?:\w+ )?(?:disponibilidad\w*|legislacion"
            r"|constitucion|posibilidades|capacidad\w*)|conforme a (?:su|la) (?:legislacion|constitucion)"
        ),
        "Fredonia acepta {it} en la medida de sus posibilidades.",
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

GRAMMAR = Grammar(
    it="esta recomendación",
    it_numbered="la recomendación {number}",
    recommendation=r"(?:recomendacion(?:es)?|§)",
    several="recomendaciones",
    determiner=(
        r"(?:la|las|los|el|lo|esta|estas|esa|esas|dicha|dichas|todas?|cada|ambas|algunas|con|a|al|de|del"
        r"|en|siguientes?|demas|otras|presente|numero|numeros|nums?\.?"
        r"|n[o°º]s?\.?|#|contenido|aplicacion|cumplimiento|tenor|solo|solamente|unicamente|sin|reservas"
        r"|su|totalidad|esencial|integramente|total|plena"
        rf"|agrado|satisfaccion|gusto|principio|general|lineas|generales|parte|tambien|asimismo|sobre"
        rf"|respecto|contra|{_PART}|{_AIM}|\w+mente)"
    ),
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
    noun_to=r"(?:\s+(?:total|pleno|plena|decidido|expresa))?\s+(?:a|al|para|con|por|de)(?=[\s,])",
    noun_verbs=r"(?!)",
    denied_behind=r"no (?:es|era|fue|resulta|parece|sera)\b|(?:es|resulta|parece)\s+(?:imposible|prematur\w|dificil)\b",
    passive=r"(?:es|son|sido|ser|fue|fueron|quedan?|resultan?|considera|sera|seran|considerada)",
    relative=r"(?:de las? )?(?:que|cual|cuales)",
    pronoun=r"(?:a |con )?(?:ella|ellas)",
    pronoun_before=r"(?:las?|los?)",
    label_intro=r"(?:la\s+|el\s+)?(?:respuesta|posicion|estado|gobierno|situacion)",
    label_subject=r"(?:(?:The|La|El)\s+)?(?:[A-Z]\w+|We|we)",
    label_between=r"no|se|es|son|esta|ha sido|han sido|totalmente|plenamente|ya|fue|tambien",
    label_rest=r"y|pero|con|sin|por|recomendacion(?:es)?",
    earlier=r"(?:inicialmente|anteriormente|originalmente|en un principio)",
    clause_break=r"(?:y|e|pero|mientras|aunque|sin embargo)",
    scope_end=(
        r",?\s{1,8}(?:y|e),?\s+(?!#|§|(?:(?:la |las )?recomendacion(?:es)?|solo|parcialmente|en principio"
        r"|a condicion|siempre|en la medida|no)\b)"
        r"|,?\s{1,8}(?:a |sobre |para |de |en |con |por )?(?:la |las )?(?:(?<!lo )(?<!medida en )que|cual"
        r"|cuales|cuyo|cuya)\b"
        r"|,?\s{1,8}(?:porque|ya que|dado que|puesto que|pues|considerando|recordando|teniendo en cuenta"
        r"|habida cuenta|como|a fin de)\b"
        r"|,?\s{1,8}(?:mientras que|aunque|si bien|pero(?! (?:no|solo|en parte|parcialmente)\b)|sin embargo)\b"
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

SPANISH = PositionLanguage("es", ROWS, GRAMMAR)
