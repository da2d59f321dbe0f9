"""French, as the UN's translators write it in reports since 2008."""

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
    begins_recommendation="recommandations?",
    notes="notes(?: de fin)?",
    annex="annexe",
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
    commits="s['’]engagent?|engagements?|entend(?:ent)?",
    future_endings="era|eront",
)
_CITATIONS = CitationWords(
    paragraphs="",
    other_bodies="comités?|rapporteure?",
    made_by=r"(?:du|de|des)\s(?:l['’]|la\s)?",
    of_a_year="de|du",
    elsewhere="rapport (?:à|de) mi-parcours",
    reviews=r"examen p[ée]riodique universel|\bEPU\b|\bexamen\b",
    lists_stakeholders="parties prenantes|auteurs? des communications",
)
_ANSWERS = AnswerWords(
    answer_labels="réponse|position",
    label_owner="",
    label_of="du|de",
    comment_labels="commentaires?|observations?|explications?",
    beside_position="recommandations?|est|sont|et|en|partie|principe|il|été|la|les|déjà|mise|œuvre",
    recommend="recommand",
    on_part=r"concernant|relatives?\s+à|sur|de",
    on_part_alone="concernant|sur",
    behind_part=r"en raison\b",
    remark="s['’]agissant|concernant|en ce qui concerne|quant à",
    these="cette|ces",
    goes_on="Elles|Ces",
    announces="ci-après|ci-dessous|comme suit|suivante?s?",
    between_numbers="et|ou|ainsi que|n[o°]s?",
    abbreviations="n[o°]s?",
    recommendations="recommandations",
    denied="non",
    supports="",
    notes=r"noté\w*|notent|rejet\w+|prend\snote\sde",
    before_count="",
    auxiliaries="ont|été|sont",
    receives="reç",
    received="reçues",
)

FRENCH = LanguageWords(
    code="fr",
    cover=_COVER,
    review=_REVIEW,
    layout=_LAYOUT,
    tables=_TABLES,
    pledges=_PLEDGES,
    citations=_CITATIONS,
    answers=_ANSWERS,
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
    recommendations=re.compile(r"\brecommandations\b", re.I),
    says=re.compile(
        r"\b(?:considér\w+|estim\w+|indiqu\w+|déclar\w+|soulign\w+|expliqu\w+|précis\w+|rappel\w+|réaffirm\w+"
        r"|fai\w* (?:observer|valoir|savoir|remarquer)|tient à|souhait\w+|préfér\w+|affirm\w+|signal\w+)",
        re.I,
    ),
    joining=r"[Ee]t|ET|ainsi que|l[ae]s?|l[’'](?=[A-ZÀ-Ý])",
    last_joining="et",
    notes=r"(?:également\s+)?au\s+nom\s+d|entre\s+autres|notamment|autres\b|etc\b",
    references=r"recommandations?|rec\b|par(?:agraphe)?s?\b|n[o°]s?\b|voir\b|§",
    speaker=re.compile(
        r"(?:l[ae]\s+)?(?:représentante?|délégation|déléguée?|ambassadeur|ambassadrice|déclaration)\s+"
        r"(?:de\s+l[a’']\s?|du\s+|des\s+|de\s+|d[’']\s?)|(?:l[ae]s?\s+|l[’']\s?)",
        re.I,
    ),
    articles=r"les?|la|[’'‘`]",
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
)
