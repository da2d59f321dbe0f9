"""French, as the UN's translators write it in reports since 2008."""

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
    air atelier avenir cendre chantier cher courrier dernier dossier entier espoir familier fer foyer gendre
    hier janvier jour lettre leur mer moindre métier noir pair papier particulier plaisir pour premier quartier
    régulier singulier soir sur tiers
""".split()
"""Words that end as infinitives do."""
_VERBS_IN_RE = (
    r"[a-zà-ÿ-]{1,20}(?:ndre|ttre|aître|oître|uivre|ompre|aincre|clure|duire|truire|crire|soudre|battre)"
    r"|vivre|être|lire|élire|dire|interdire|prédire|suffire|faire|parfaire|satisfaire|refaire|soustraire|extraire"
)

_UNITS = "unième deuxième troisième quatrième cinquième sixième septième huitième neuvième".split()
_TEENS = (
    "dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième".split()
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}
_ORDINALS = (
    {"premier": 1, "première": 1, "second": 2, "seconde": 2}
    | {word: number for number, word in enumerate((*_UNITS[1:], *_TEENS), 2)}
    | {f"{ten.removesuffix('e')}ième": tens for tens, ten in _TENS.items()}
    | {
        f"{ten}-et-unième" if unit == 1 else f"{ten}-{word}": tens + unit
        for tens, ten in _TENS.items()
        for unit, word in enumerate(_UNITS, 1)
    }
)

_COVER = CoverWords(
    months=tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    ordinals=_ORDINALS,
    universal_periodic_review="examen périodique universel",
    upr=r"examen p[ée]riodique universel|\bEPU\b",
    report_of_working_group="rapport du groupe de travail sur l.examen périodique universel",
    report_of_council="rapport du conseil des droits de l.homme sur sa",
    council_session="session",
    state_in_title="",
    observed="",
    reviewed_by_decision="",
    cycle=r"(?:EPU\s+)?cycle",
    draft="",
    placeholder="",
    distribution="",
    ordinal_endings="re|ère|er|e|ème",
    in_dates="",
    session_held=re.compile(
        r"\ba tenu sa (?P<session>[\w-]+(?:[ -]et[ -]unième)?) session,? (?:à Genève,? )?(?:du )?"
        r"(?P<days>.{4,60}?\d{4})",
        re.I,
    ),
    session_named=re.compile(
        r"\b(?P<session>(?:[\w-]{1,25}[ -]et[ -])?[\w-]{1,25}) session du Groupe de travail", re.I
    ),
    review_held=re.compile(
        r"\bexamen (?:concernant|relatif (?:à|aux?)|du|des|de|d[’'])\s?(?:l[ae]s?\s|l[’'])?(?P<state>.{3,90}?)"
        r"\s(?:a eu lieu|s[’']est (?:déroulé|tenu)) (?:à|lors|au cours)",
        re.I,
    ),
    on_review=r"\bEPU\b|\bexam(?:en|iné)",
    mid_term=r"(?:rapport|bilan|examen|évaluation)\s.{0,30}?à mi-parcours",
    end_of_title_page=r"avant-propos\b|sommaire\b|table des",
    written_by=r"\b(?:soumis|présenté|préparé|rédigé|élaboré) par\s*:?",
    government=r"\b(?:gouvernement|ministère|mission permanente|rapport national)\b",
    stakeholders=(r"\b(?:ONG|société civile|parties? prenantes?|réseau|fondation|institut|commission nationale)\b"),
    of_titles=frozenset(
        """
            bilan conseil cycle d de des deuxième droits du en et epu évaluation examen homme l la le les mi mise
            nations parcours périodique premier quatrième rapport recommandations sur troisième unies universel à
            œuvre
        """.split()
    ),
    cycles=(("premier", "1er"), ("deuxième", "second", "2e"), ("troisième", "3e"), ("quatrième", "4e")),
    end_of_title=r"(?:par|réponses de) l[’']\s?(?:État|Etat)\s+(?:examiné|objet|faisant)|^\s*Additif\s*\*?$",
)
_REVIEW = ReviewWords(
    delegation_headed=re.compile(
        r"\bdélégation(?: .{2,80}?)? était (?:co)?(?:dirigée|conduite|présidée) par\s(?P<head>.{3,250}?)"
        r"(?=[.,;]?\s+(?:À|A|Au|Le|Lors)\s|\.?\s*$)"
    ),
    troika=re.compile(r"\(troïka\)[^:]{5,200}\s?:\s*(?P<states>\S.{1,198}?\S)\.?\s*$", re.I),
    between_states=re.compile(
        r",\s*(?:et\s+)?|(?<!\s)\s+et\s+(?!Tobago|les Grenadines|Principe|Niévès|Barbuda|d’Irlande)"
    ),
    article=re.compile(r"^(?:l[ae]s?\s+|l[’'])", re.I),
    delegations_spoke=re.compile(
        r"\b(\d{1,3}|[a-zé]+(?:-[a-zé]+){0,4})\sdélégations\s"
        r"(?:ont fait des déclarations|ont pris la parole|sont intervenues)"
        r"|\bdéclarations ont été faites par (\d{1,3}|[a-zé]+(?:-[a-zé]+){0,4}) délégations",
        re.I,
    ),
    numbers={},
    answer_due=re.compile(
        r"\bau plus tard (?:à|lors de|pendant) la (?P<session>[\w-]+(?: (?:et )?[\w-]+)?) session du Conseil "
        r"des droits de l[’']homme"
        r"(?:,? (?:qui (?:se tiendra|aura lieu) )?(?:en|prévue en) (?P<when>.{0,60}?\d{4}))?",
        re.I,
    ),
)
_LAYOUT = LayoutWords(
    joining=("et", "ou"),
    last_joining=("et",),
    to=("à",),
    recommendation="recommandations?",
    notes="notes(?: de fin)?",
    annex="annexe",
    page="page",
    recycle="Merci de recycler",
    behind_hyphen=("et", "ou"),
    prefixes=frozenset(),
)
_NUMBERS = NumberWords(
    between="et|ou|ainsi que",
    until="à|au",
    since="de la|du|de",
    mark=r"n[o°º]s?\b\.?[oº°]?|n[º°]|numéros?\b",
    abbreviations=(),
    recommendation="recommandations?",
    paragraph="paragraphes?",
    before_list="suivantes?",
    answered="acceptée?s?|notée?s?|rejetée?s?",
    other_before="",
    other_behind="",
    takes_position=(
        r"(?:accept(?:e|ent|ons)|appu(?:ie|ient|yons)|souti(?:ent|ennent)|soutenons|rejet(?:te|tent|ons)"
        r"|not(?:e|ent|ons)|pren(?:d|nent|ons) (?:bonne )?note d(?:e|es|u))(?: (?:pleinement|également))?"
    ),
    position_taken=(
        r"(?:n[e'’] ?)?(?:est|sont|a été|ont été)(?: (?:pas|donc|également)){0,2}"
        r" (?:acceptée?s?|notée?s?|rejetée?s?|appuyée?s?)"
    ),
    behind_list="et|mais|tandis|sur|concernant",
    opens_clause="et|mais|que",
    contained="figurant",
    within="au|du",
    named_paragraph="paragraphe",
    numbering="numérotation|numéros",
    note="",
    parts="partie|phrase",
    quantities=r"pour\s?cent\b|recommandation|état|dont\b",
)
_REFERRING = ReferenceWords(
    see=r"voir|(?:se )?(?:reporter|référer) (?:à|aux?)|même \w+ que",
    answers="réponses?|commentaires?|observations?|explications?|informations?",
    small="aussi|également|ci-dessus|l[ae]s?|l['’]|à|aux?|sur|sous|pour|donnée|apportée|concernant|relative|de",
    of="du|des?",
    own=r"(?:l[ae]\s+)?(?:présent|rapport|groupe)",
    where="ci-dessus|ci-dessous|supra|infra",
)
_TABLES = TableWords(
    number=r"(?:n[°º]s?\.?|numéros?)(?:\s*de(?: la)?\s.{1,30})?|paragraphe",
    text=r"recommandations?\b.{0,40}",
    position="réponses?",
    comment="commentaires?|explications?",
    done="mise en œuvre|mesures|suivi|progrès",
    yes="oui",
)
_PLEDGES = PledgeWords(
    headings=(
        r"engagements (?:et promesses )?volontaires\b|(?:promesses|annonces) et engagements\b"
        r"|engagements (?:pris|exprimés|annoncés|contractés)\b"
    ),
    nouns="engagement",
    earlier="mise en œuvre|suivi",
    elsewhere="",
    deed="",
    spoken="",
    unspoken="",
    stands_for="",
    recorded="",
    commits="s['’]engagent?|engagements?|entend(?:ent)?",
    future_endings="era|eront",
    would=r"[a-zéè]+rai[st]?",
)
_CITATIONS = CitationWords(
    paragraphs="",
    other_bodies="comités?|rapporteure?",
    made_by=r"(?:du|de|des)\s(?:l['’]|la\s)?",
    of_a_year="de|du",
    elsewhere="rapport (?:à|de) mi-parcours",
    reviews=r"examen p[ée]riodique universel|\bEPU\b|\bexamen\b",
    submission="",
    left_of_translators="",
    lists_stakeholders="parties prenantes|auteurs? des communications",
)
_ANSWERS = AnswerWords(
    answer_labels="réponse|position",
    label_owner="",
    label_of="du|de",
    comment_labels="commentaires?|observations?|explications?",
    beside_position="recommandations?|est|sont|et|en|partie|principe|il|été|la|les|déjà|mise|œuvre",
    recommend="recommand",
    explained="",
    on_part=r"concernant|relatives?\s+à|sur|de",
    on_part_alone="concernant|sur",
    behind_part=r"en raison\b",
    remark="s['’]agissant|concernant|en ce qui concerne|quant à",
    these="cette|ces",
    goes_on="Elles|Ces",
    announces="ci-après|ci-dessous|comme suit|suivante?s?",
    abbreviations="n[o°]s?",
    denied="non",
    supports="",
    notes=r"noté\w*|notent|rejet\w+|prend\snote\sde",
    before_count="",
    of_all="",
    auxiliaries="ont|été|sont",
    receives="reç",
    received="reçues",
)

# Positions: patterns of words without accents, as those of all languages.
_PHRASES = "phrases"
_ADDENDA = "addenda"
_AIM = r"(?:esprit|but|buts|objectifs?|objet|intention|visee|finalite|principes?|idee|philosophie|souci|raison d'etre)"
_PART = (
    r"(?:(?:premiere?|seconde?|deuxieme|troisieme|derniere?|autre) )?"
    r"(?:parties?|moities?|phrases?|elements?|volets?|aspects?|membres? de phrase|composantes?)"
)

_ROWS = (
    Row(Role.SUPPORT, r"accept(?:e|es|ent|er|ons|ee?s?|ant|able|ables)", "La Fredonie accepte {it}.", _ADDENDA),
    Row(Role.SUPPORT, r"appui(?:e|ent)|appuy(?:er|ons|ee?s?|ant)", "La Fredonie appuie {it}.", _ADDENDA),
    Row(Role.SUPPORT, r"soutien(?:t|nent)|sout(?:enir|enons|enue?s?)", "La Fredonie soutient {it}.", _ADDENDA),
    Row(
        Role.SUPPORT,
        r"approuv(?:e|ent|er|ons|ee?s?)|agre(?:e|ent|er|ons|ee?s?)|valid(?:e|ent|ons|ee?s?)",
        "La Fredonie approuve {it}.",
        _ADDENDA,
    ),
    Row(
        Role.SUPPORT,
        r"souscri(?:t|vent|re|vons|vant)|adh(?:ere|erent|erer|erons)",
        "La Fredonie souscrit à {it}.",
        _ADDENDA,
    ),
    Row(
        Role.SUPPORT,
        (
            r"(?:fait|font|faisons) (?:siennes?|leurs?|notres?)|s'associ(?:e|ent) a|se rallie(?:nt)? a"
            r"|reprend a son compte"
        ),
        "La Fredonie s’associe à {it}.",
        _PHRASES,
    ),
    Row(
        Role.SUPPORT,
        r"(?:tout a fait |pleinement |entierement )?(?:favorables? a|d'accord avec|en accord avec)|en faveur de",
        "La Fredonie est favorable à {it}.",
        _PHRASES,
    ),
    Row(
        Role.SUPPORT,
        (
            r"(?:n'(?:a|ont|avons|y a) |ne (?:voi(?:t|ent)|formule|souleve|presente) )?(?:pas d'|aucune "
            r"|sans |nulle )objections?(?: particuliere)?(?: a| contre)(?: (?:accepter|formuler contre))?"
            r"|ne s'oppose(?:nt)? pas a"
        ),
        "La Fredonie n’a pas d’objection à {it}.",
        _PHRASES,
    ),
    Row(Role.SUPPORT_NOUN, r"appui|soutien|adhesion", "La Fredonie apporte son plein appui à {it}.", _ADDENDA),
    Row(
        Role.SUPPORT_NOUN,
        r"assentiment|agrement|accord|approbation|aval|acceptation",
        "La Fredonie donne son accord à {it}.",
        _PHRASES,
    ),
    Row(
        Role.REFUSAL,
        (
            r"rejett(?:e|ent)|rejet(?:er|ons|ee?s?)|refus(?:e|ent|er|ons|ee?s?)|inacceptables?|ecart(?:e|ent"
            r"|ee?s?)|recus(?:e|ent|ee?s?)"
        ),
        "La Fredonie rejette {it}.",
        _ADDENDA,
    ),
    Row(
        Role.REFUSAL,
        (
            r"(?:s'oppose(?:nt)?|oppos[e]e?s?) a|(?:emet|emettent|formule|formulent|exprime|expriment"
            r"|a) (?:des |de fortes |de serieuses )reserves"
        ),
        "La Fredonie s’oppose à {it}.",
        _PHRASES,
    ),
    Row(
        Role.REFUSAL,
        (
            r"(?:ne |n')(?:(?:peut|peuvent|saurait|sauraient|pourra|pourrait|entend|entendent|compte"
            r"|est pas en mesure de?|pouvoir)\s+)?(?:pas\s+)?(?:donner suite|s'engager|donne pas suite"
            r"|retient pas|retenir)"
        ),
        "La Fredonie ne peut donner suite à {it}.",
        _PHRASES,
    ),
    Row(
        Role.NOTE,
        (
            r"(?:prend|prennent|prenons|prendre|pris|prises?|prenant) (?:(?:bonne |dument |simplement )?note"
            r"|acte)(?: des?| du| d')?"
        ),
        "La Fredonie prend note de {it}.",
        _ADDENDA,
    ),
    Row(
        Role.NOTE, r"prises? en note|pris en note|not(?:e|ent|ons|ee?s?)(?! que\b)", "La Fredonie note {it}.", _ADDENDA
    ),
    Row(
        Role.LATER,
        (
            r"(?:sera|seront|va|vont) (?:\w+ ){0,2}?(?:examin|etudi|analys)\w+|(?:examin|etudi|analys"
            r"|consider)(?:era|eront|erons)\b"
        ),
        "La Fredonie étudiera {it}.",
        _PHRASES,
    ),
    Row(
        Role.LATER,
        r"(?:en cours|fait l'objet) d'(?:un )?(?:examen|etude|analyse)|a l'(?:examen|etude)",
        "Pour la Fredonie, {it} est à l’étude.",
        "Working Group reports",
    ),
    Row(
        Role.OPEN,
        (
            r"(?:disposee?s?|prete?s?|accept(?:e|ent)|s'engagent?|consent(?:ent)?|compte|envisage"
            r"|entend) a? ?(?:d'|de )?(?:examiner|etudier|envisager|considerer|reflechir)"
        ),
        "La Fredonie est disposée à examiner {it}.",
        _PHRASES,
    ),
    Row(
        Role.OPEN,
        r"(?<!\ba )(?<!ont )(?<!avoir )(?<!ete )(?:examine|etudie|analyse)(?:nt)?(?: encore| actuellement| toujours)?",
        "La Fredonie examine encore {it}.",
        _PHRASES,
    ),
    Row(
        Role.OPEN,
        r"(?:fera|feront|donnera|donneront|communiquera) (?:\w+ ){0,3}?(?:reponse|connaitre|savoir)",
        "La Fredonie donnera sa réponse à {it}.",
        "Working Group reports",
    ),
    Row(
        Role.UNDECIDED,
        r"(?:se )?reserv(?:e|ent)(?: d'?e?)? (?:sa|leur|son|le droit)(?: \w+)?",
        "La Fredonie réserve sa position sur {it}.",
        _PHRASES,
    ),
    Row(Role.SHARED, r"partag(?:e|ent|eons|er|ee?s?)", "La Fredonie partage l’objectif de {it}.", _PHRASES),
    Row(
        Role.DENIAL,
        r"(?:ne|non|ni|jamais|aucun|aucune|sans)\b|n'(?:\w+)?",
        "La Fredonie n’est pas en mesure d’appuyer {it}.",
        _ADDENDA,
    ),
    Row(
        Role.DENIAL,
        (
            r"(?:difficile\w*|difficultes?|impossible|impossibilite|premature\w*|empech\w+|refus\w*|hesit\w+"
            r"|s'abst\w+|hors d'etat|incapable|trop tot|loin de|plutot que|au lieu)"
        ),
        "Il est difficile à la Fredonie d’accepter {it}.",
        _PHRASES,
    ),
    Row(
        Role.HEDGE,
        (
            r"(?:envisag\w+|considere|considerera|examin\w+|etudi\w+|possibilite|pourrait|pourraient|pourra"
            r"|espere|esperent|compte|comptent|souhaiterait|reflechi\w*|vue|se demande)"
        ),
        "La Fredonie envisage d’accepter {it}.",
        _PHRASES,
    ),
    Row(Role.PART, r"partiellement|en partie|partielle", "La Fredonie accepte {it} en partie.", _ADDENDA),
    Row(
        Role.PART,
        (
            r"globalement|largement|generalement|essentiellement|en grande partie|dans (?:l'ensemble"
            r"|les grandes lignes|une (?:certaine|large|grande) mesure)|pour l'essentiel|pour la plupart"
            r"|dans ses grandes lignes"
        ),
        "La Fredonie accepte {it} dans les grandes lignes.",
        _PHRASES,
    ),
    Row(
        Role.PART,
        (
            r"(?:(?:pour|en) ce qui (?:concerne|est de|touche)|quant a|s'agissant de|concernant|dans|pour"
            r"|au sujet de|limitee? a) (?:seulement |uniquement )?(?:(?:sa|la|ses|les|son|le) ?|l')"
        )
        + _PART,
        "La Fredonie accepte {it} en ce qui concerne sa première phrase.",
        _PHRASES,
    ),
    Row(
        Role.PART,
        (
            r"telle qu'(?:elle a ete )?(?:amende|modifie|reformule)e|sous une forme (?:modifiee|amendee)"
            r"|avec (?:les|des|quelques) (?:modifications|amendements)"
        ),
        "La Fredonie accepte {it} sous une forme modifiée.",
        _PHRASES,
    ),
    Row(
        Role.SPIRIT,
        r"en principe|dans (?:son|leur) (?:esprit|principe)|sur le principe|dans l'esprit",
        "La Fredonie accepte {it} en principe.",
        _ADDENDA,
    ),
    Row(
        Role.CONDITION,
        (
            r"a (?:la )?(?:seule )?condition|sous (?:la )?condition|conditionn\w+|moyennant|pourvu que?"
            r"|sous (?:toute |certaines |quelques )?reserves?|avec (?:des |une |certaines |quelques |la "
            r"|les )?(?:\w+ )?reserves?"
        ),
        "La Fredonie accepte {it}, à condition que les moyens soient réunis.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"etant entendu|(?:dans la mesure|dans toute la mesure|dans les limites?|dans la limite"
            r"|dans le respect)|pour autant|autant que|tant que|en fonction d|selon (?:ses|les) (?:moyens"
            r"|ressources|possibilites|disponibilites|capacites)"
        ),
        "La Fredonie accepte {it} dans la mesure de ses moyens.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"(?<!meme )(?:si|s'il|s'ils|s'elle)\b(?! bien)|a moins (?:que?|d)|lorsque|quand"
            r"|des (?:lors )?que|une fois|conformement a (?:sa|la|son) (?:legislation|constitution|droit)"
            r"|sans prejudice"
        ),
        "La Fredonie accepte {it} si le Parlement vote la loi.",
        _PHRASES,
    ),
    Row(
        Role.EXCEPTION,
        (
            r"a l'exception (?:de|d'|des|du)|excepte|sauf|hormis|hors|a part|mis a part|exclusion faite"
            r"|a l'exclusion|abstraction faite|exception faite|en dehors de|moins (?:le|la|les)\b"
        ),
        "La Fredonie accepte {it}, hormis le délai proposé.",
        _ADDENDA,
    ),
    Row(
        Role.EXCEPTION,
        (
            r"(?:mais|et) (?:non|pas)\b|sans (?:la|les|le|sa|ses|son) (?:reference|mots|mention|delai"
            r"|derniere|date|phrase)"
        ),
        "La Fredonie accepte {it} mais non le délai proposé.",
        _PHRASES,
    ),
    Row(
        Role.UNQUALIFIED,
        (
            r"(?:sans|aucune) (?:aucune |la moindre |nulle )?(?:reserves?|conditions?|exceptions?"
            r"|restrictions?|hesitation|delai|equivoque|ambiguite)|non seulement|sans plus tarder"
        ),
        "La Fredonie accepte {it} sans réserve.",
        _PHRASES,
    ),
    Row(
        Role.ALREADY_DONE,
        (
            r"(?:(?:deja|actuellement|partiellement|largement|pleinement|en partie|en grande partie|est|sont"
            r"|ete)\s+){1,4}(?:mise?s? en|appliqu|realis|satisfait|en cours|en vigueur|en place|execut"
            r"|respect|couvert|prise?s? en compte)\w*"
        ),
        "La Fredonie accepte {it}, déjà partiellement appliquée.",
        _PHRASES,
    ),
)

# Before "recommandation", behind a verb: articles, numerals and the like, words between them, what is said of it.
_DETERMINERS = (
    "les?|la|aux|cette|ces|celle|toutes?|des?|du|a|au|l'|ensemble|suivantes?|autres|certaines|chacune|plusieurs|#"
    "|nos?|n°s?|numeros?|presentes?|dite|ladite|lesdites|premiere?|deuxieme|seconde?|derniere?|seulement|uniquement|son"
)
_BETWEEN_WORDS = (
    "pas|point|que|qu'|contenu|contenue|teneur|mise|en|œuvre|oeuvre|application|sur|par|principe|general|reserve"
    "|reserves|sans|avec|plaisir|satisfaction|bien|aussi|egalement|donc|partie|essentiel|pour"
)
_GRAMMAR = Grammar(
    it="cette recommandation",
    it_numbered="la recommandation {number}",
    recommendation=r"(?:recommandations?|§)",
    several="recommandations",
    adverb=r"donc|\w+ment",
    denial="pas|plus|non",
    has="a|ont|avons",
    reason="car|parce",
    number_mark=r"n[os]?\.?",
    determiner=rf"(?:{_DETERMINERS}|{_BETWEEN_WORDS}|{_PART}|{_AIM}|l'{_AIM}|\w+ment)",
    aim=_AIM,
    part=_PART,
    only=r"(?:seulement|uniquement|que|qu')",
    of=r"de|du|des|d'|qui|relative",
    enjoying=(
        r"recueill\w+|benefici\w+|recoi\w+|recu\w*|obten\w*|obt(?:ient|iennent)|emport\w*|rencontr\w+"
        r"|fait l'objet|a|ont|jouit|jouissent"
    ),
    giving=r"exprim\w+|donn\w+|apport\w+|accord\w+|pret\w+|manifest\w+|reiter\w+|confirm\w+|declar\w+|marqu\w+",
    noun_article=r"de\s?l?'?\s?|[ld]'\s?",
    noun_to=r"(?:\s+(?:total|totale|entier|entiere|sans reserve|plein))?\s+(?:a|aux|pour|avec|de)(?=[\s,])",
    noun_verbs=r"(?!)",
    denied_behind=(
        r"(?:n'est|n'etait|ne (?:peut|saurait|semble|parait))\b|(?:est|semble|reste|demeure)\s+(?:impossible"
        r"|exclue?|prematuree?|difficile)\b"
    ),
    passive=r"(?:est|sont|ete|etre|etait|etaient|juge|jugee|jugees|consideree?s?)",
    relative=r"(?:que|qui|dont|auxquelles|a laquelle|desquelles|qu')",
    pronoun=r"(?:(?:a|avec)\s+)?(?:celle-ci|celles-ci)",
    pronoun_before=r"(?:en|la|les|l'|y)",
    label_intro=r"(?:la\s+|le\s+)?(?:reponse|position|statut|etat|gouvernement|decision)",
    label_subject=r"(?:(?:The|Le|La|L')\s*)?(?:[A-Z]\w+|We|we|Nous)",
    label_article="Le|La",
    label_between=(
        r"non|n'(?:est|ont|a)|ne|pas|est|sont|etre|ete|se|totalement|entierement|pleinement|deja"
        r"|partiellement|peut|egalement|aussi|n'"
    ),
    label_rest=r"et|mais|avec|sans|recommandations?|par",
    earlier=r"(?:initialement|auparavant|anterieurement|dans un premier temps|d'abord)",
    clause_break=r"(?:et|mais|tandis|alors|cependant|toutefois|bien que)",
    scope_end=(
        # another clause with a verb of its own
        r"et,?\s+(?!#|§|(?:(?:la |les )?recommandations?|seulement|partiellement|en principe|sous"
        r"|a condition|dans la mesure|non|pas)\b)",
        # what is said of a noun
        r"(?:a |sur |pour |de |dans |avec |par )?(?:(?<!ce )qui|laquelle|lesquelles|auxquelles|dont|ou)\b",
        # reasons
        r"(?:car|parce que?|puisque?|etant donne|considerant|notant|rappelant|soulignant|comme"
        r"|compte tenu|en raison|afin|vu)\b",
        # what stands against it, unless it limits it
        r"(?:tout en|tandis|alors|bien que?|mais(?! (?:non|pas|seulement|en partie"
        r"|partiellement)\b)|cependant|toutefois)\b",
    ),
    adversative=r"(?:mais|cependant|toutefois|neanmoins|bien qu|tandis|alors que?|tout en|quoique?|si)",
    against=(
        r"(?:(?:ne|n')\s?(?:peut|peuvent|saurait|sauraient|pourra|est pas en mesure|sont pas en mesure"
        r"|accepte|appuie|souscrit|partage|adhere|s'engage"
        r"|approuve|soutient|s'estime|garanti\w+)|rejett\w+|refus\w+|reserves?|seulement|uniquement"
        r"|que partiellement|partiellement|en partie|en principe)"
    ),
    every=(r"(?:l'ensemble des|les autres|toutes)\b(?:\s+(?:les|des|ces|autres|#)){0,4}"),
    unrestricted=(
        r"(?:(?:recues|formulees|faites|contenues|figurant|presentees)\b(?!\s+(?:par|sur)\b)|(?:sont|est"
        r"|ont|ne|n'|a l'exception|sauf|hormis|recueillent|beneficient)\b)"
    ),
    points_on=r"ci-apres|ci-dessous|suivantes?|comme suit",
    one_of_several=r"(?:la|cette)\s+recommandation",
)

ASKING = AskingWords(
    code="fr",
    announcing=(
        "recommand",
        "nos demandes",
        "appelle",
        "appelons",
        "exhort",
    ),
    asking=(
        r"(?:nous|notre organisation|nos organisations|les auteurs|la coalition)\s+"
        r"(?:\w+\s+)?(?:recommand|demand|appel|exhort|propos|encourag|invit)",
        "recommande(?:nt)? (?:que|de|à|au)",
        "(?:appelle|exhorte|prie|invite)(?:nt)? (?:le gouvernement|l['’]état|les autorités)",
        r"(?:gouvernement|état|autorités|parlement|<States>)\s+(?:devrai(?:t|ent)|doi(?:t|vent))",
    ),
)

FRENCH = LanguageWords(
    code="fr",
    name="French",
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
        r"(?:[IV]{1,3}\s?[.)]?\s*)?conclusions?\s*(?:et\s*+(?:/\s*+)?ou|et|ou|/)\s*recommandations?\s*+[:.*∗†\d]{0,4}\s*",
        re.I,
    ),
    list_intro=re.compile(
        r"\d{1,3}\.\s+(?:L|Toutes l)es\s(?:recommandations\s(?:ci-après|ci-dessous|suivantes|formulées|faites|énumérées"
        r"|figurant|présentées))",
        re.I,
    ),
    next_section=re.compile(
        r"(?:III|IV)\s?[.)].{0,70}|annexes?\s*+(?:[IVX]+|\d)?\s*[.:*]{0,3}|"
        r"(?:[IV]+\s?[.)]?\s*)?(?:promesses\s+et\s+|annonces\s+et\s+)?engagements?(?:\s+et\s+promesses)?"
        r"\s+(?:volontaires?|pris|exprimés|de l[’']|annoncés).{0,50}",
        re.I,
    ),
    requests=re.compile(
        r"\b(?:recommand|encourag|exhort|invit|demand|engage|pri[ea]|sugg[éè]r|conseill|appel)\w*|\bdevr\w+|\bpriè?re?\b",
        re.I,
    ),
    comments_on_others=re.compile(
        r"(?:en ce qui concerne|s[’']agissant d|concernant|à propos d|pour ce qui est d|quant à|au sujet d)\w*[’']?\s?"
        r"(?:l[ae]s?\s|l[’'])?recommandations?\b.*\bparagraphes?\b"
        r"|(?:l[ae]s?\s)?recommandations? (?:\w+ ){0,4}(?:au|du|aux|des) paragraphes?\b",
        re.I,
    ),
    announces_answer=re.compile(
        r"\b(?:seront|sera)\s(?:dûment\s)?(?:examin|étudi)|\b(?:examin|étudi)era(?:it)?\b|\brépondr[ao]\w*"
        r"|\b(?:donner|fournir|présenter|apporter|communiquer|soumettr)a\b[^.]{0,80}\b(?:réponse|position)"
        r"|\b(?:réponse|position)s?\b[^.]{0,160}"
        r"\b(?:sera|seront) (?:donné|fourni|présenté|incluse?|consigné|communiqué)"
        r"|\ben temps (?:voulu|utile|opportun)\b",
        re.I,
    ),
    agrees=re.compile(r"(?<!pas )\b(?:est|s[’']est déclarée?) favorable (?:à|aux)\b|\bfait siennes\b", re.I),
    no_position=re.compile(
        r"\b(?:comme|été) (?:approuvé|entériné|adopté)\w* par (?:le Groupe de travail|l[’']ensemble)"
        r"|\bnoté\w* (?=(?:dans|aux?) (?:le |présent )*(?:rapport|para))",
        re.I,
    ),
    points_back=re.compile(r"\b(?:ci-dessus|qui précèdent|ces|toutes les|l[’']ensemble des|susmentionnées)\b", re.I),
    says=re.compile(
        r"\b(?:considér\w+|estim\w+|indiqu\w+|déclar\w+|soulign\w+|expliqu\w+|précis\w+|rappel\w+|réaffirm\w+"
        r"|fai\w* (?:observer|valoir|savoir|remarquer)|tient à|souhait\w+|préfér\w+|affirm\w+|signal\w+"
        r"|parce que\b|raisons?\b|motifs?\b|car\b)",
        re.I,
    ),
    joining=r"[Ee]t|ET|ainsi que|l[ae]s?|l[’'](?=[A-ZÀ-Ý])",
    notes=r"(?:également\s+)?au\s+nom\s+d|entre\s+autres|notamment|autres\b|etc\b",
    references=r"recommandations?|rec\b|par(?:agraphe)?s?\b|n[o°]s?\b|voir\b|§",
    speaker=re.compile(
        r"(?:l[ae]\s+)?(?:représentante?|délégation|déléguée?|ambassadeur|ambassadrice|déclaration)\s+"
        r"(?:de\s+l[a’']\s?|du\s+|des\s+|de\s+|d[’']\s?)|(?:l[ae]s?\s+|l[’']\s?)",
        re.I,
    ),
    frequent="",
    articles=r"les?|la|[’'‘`]",
    infinitives=InfinitiveWords(
        infinitive=re.compile(
            rf"(?!(?:{'|'.join(_NO_VERBS)})\b)(?:s[’'])?(?:[a-zà-ÿœ-]{{2,40}}(?:er|ir)|{_VERBS_IN_RE})(?![\w-])",
            re.I,
        ),
        reported=re.compile(
            r"(?:(?:et|a|aussi|également|en outre)\s+)*"
            r"(?:recommand|encourag|invit|demand|engag|exhort|conseill|sugg[éè]r)\w*\b",
            re.I,
        ),
        beside_verbs=frozenset(
            """
                à a ainsi adhésion adhérer alors aussi bref brefs conclure continuer d dans de délai délais dès
                d'adhérer des dû du efforts en enfin envisager et examen favorablement finaliser immédiatement l
                la le les meilleurs mesures mieux objectif ou pas permettre plus possible possibilité pour
                procéder processus prendre prochainement pleinement progressivement rapidement ratification que
                redoubler s sans se signature signer sérieusement sous tarder tôt toutes vers visant vue
            """.split()
        ),
        before_object=frozenset(
            """
                au aux ce ces cet cette chaque des du l la le les leur leurs sa ses son tous tout toute toutes un
                une
            """.split()
        ),
        before_infinitive=re.compile(r"(?:(?:se|ne pas|[^\W\d_]+ment)\s+){1,3}", re.I),
        addressees=frozenset("au aux d de des du gouvernement l la le les à".split()),
    ),
)
