"""French words for positions. Patterns are of words without accents, as those of all languages."""

from indexer.extract.positions.roles import Grammar, PositionLanguage, Role, Row

_PHRASES = "phrases"
_ADDENDA = "addenda"
_AIM = r"(?:esprit|but|buts|objectifs?|objet|intention|visee|finalite|principes?|idee|philosophie|souci|raison d'etre)"
_PART = (
    r"(?:(?:premiere?|seconde?|deuxieme|troisieme|derniere?|autre) )?"
    r"(?:parties?|moities?|phrases?|elements?|volets?|aspects?|membres? de phrase|composantes?)"
)

ROWS = (
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

GRAMMAR = Grammar(
    it="cette recommandation",
    it_numbered="la recommandation {number}",
    recommendation=r"(?:recommandations?|§)",
    several="recommandations",
    determiner=(
        r"(?:pas|point|les?|la|aux|cette|ces|celle|toutes?|des?|du|a|au|l'|ensemble|suivantes?|autres"
        r"|certaines|chacune|plusieurs|#"
        r"|nos?|n°s?|numeros?|que|seulement|uniquement|qu'|contenu|contenue|teneur|mise|en|œuvre|oeuvre"
        r"|application|sur|son|par|principe|general"
        r"|presentes?|dite|ladite|lesdites|premiere?|deuxieme|seconde?|derniere?|reserve|reserves|sans"
        r"|avec|plaisir|satisfaction|bien|aussi|egalement|donc"
        rf"|partie|essentiel|pour|{_PART}|{_AIM}|l'{_AIM}|\w+ment)"
    ),
    aim=_AIM,
    part=_PART,
    only=r"(?:seulement|uniquement|que|qu')",
    of=r"de|du|des|d'|qui|relative",
    enjoying=(
        r"recueill\w+|benefici\w+|recoi\w+|recu\w*|obten\w*|obt(?:ient|iennent)|emport\w*|rencontr\w+"
        r"|fait l'objet|a|ont|jouit|jouissent"
    ),
    giving=r"exprim\w+|donn\w+|apport\w+|accord\w+|pret\w+|manifest\w+|reiter\w+|confirm\w+|declar\w+|marqu\w+",
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
    label_between=(
        r"non|n'(?:est|ont|a)|ne|pas|est|sont|etre|ete|se|totalement|entierement|pleinement|deja"
        r"|partiellement|peut|egalement|aussi"
    ),
    label_rest=r"et|mais|avec|sans|recommandations?|par",
    earlier=r"(?:initialement|auparavant|anterieurement|dans un premier temps|d'abord)",
    clause_break=r"(?:et|mais|tandis|alors|cependant|toutefois|bien que)",
    scope_end=(
        r",?\s{1,8}et,?\s+(?!#|§|(?:(?:la |les )?recommandations?|seulement|partiellement|en principe|sous"
        r"|a condition|dans la mesure|non|pas)\b)"
        r"|,?\s{1,8}(?:a |sur |pour |de |dans |avec |par )?(?:(?<!ce )qui|laquelle|lesquelles|auxquelles|dont|ou)\b"
        r"|,?\s{1,8}(?:car|parce que?|puisque?|etant donne|considerant|notant|rappelant|soulignant|comme"
        r"|compte tenu|en raison|afin|vu)\b"
        r"|,?\s{1,8}(?:tout en|tandis|alors|bien que?|mais(?! (?:non|pas|seulement|en partie"
        r"|partiellement)\b)|cependant|toutefois)\b"
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

FRENCH = PositionLanguage("fr", ROWS, GRAMMAR)
