"""French, as the UN's translators write it in reports since 2008."""

import re

from indexer.languages.words import LanguageWords

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

FRENCH = LanguageWords(
    code="fr",
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
)
