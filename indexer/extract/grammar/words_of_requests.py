"""What the words of a request in English are: acts, objects, clauses, and words that lead on."""

import re

from models.languages.read_languages import BARE_VERBS, ENGLISH

_MANNER = re.compile(rf"(?<!\s)(?:\s++{BARE_VERBS.how})+$")


def tokens(words: str) -> list[str]:
    """The words of a text without punctuation, "re-establish" and "State's" as one."""
    return re.findall(r"[\w’'-]+", words)


def first_token(words: str) -> str:
    """The first word, "" where there is none."""
    return next(iter(tokens(words)), "")


def last_token(words: str) -> str:
    """The last word, "" where there is none."""
    return next(reversed(tokens(words)), "")


def without_manner(words: str) -> str:
    """Words without what at their end says how or how soon ("ratify as soon as possible")."""
    return _MANNER.sub("", words)


def is_request_verb(token: str) -> bool:
    """Whether a request can begin with the word; "re-establish" is known as "reestablish"."""
    return token.lower() in BARE_VERBS.verbs or token.lower().replace("-", "") in BARE_VERBS.verbs


def is_gerund(token: str) -> bool:
    """Whether a word is such a verb's "-ing"."""
    base = token.lower().removesuffix(BARE_VERBS.gerund)
    return base != token.lower() and any(map(is_request_verb, (base, base + "e", base[:-1])))


def is_act(token: str) -> bool:
    """Whether a word is such a verb, or its "-ing"."""
    return is_request_verb(token) or is_gerund(token)


def are_verbs(words: str) -> bool:
    """Whether all words may lead to an object: verbs, their "-ing", adverbs, and a few others."""
    return all(
        word in BARE_VERBS.of_stem or word.endswith(BARE_VERBS.adverb) or is_act(word)
        for word in map(str.lower, tokens(words))
    )


def begins_object(words: str) -> bool:
    """Whether words begin as an object does: with an article or the like, or in capitals."""
    first = first_token(words)
    return first.lower() in BARE_VERBS.of_object or not first[:1].islower()


def object_start(words: str) -> int | None:
    """Where the object begins behind verbs alone, None where no plain object stands behind them."""
    for match in re.finditer(r"[\w’'-]+", words):
        if match.start() and begins_object(match[0]) and not is_act(match[0]):
            verbs = words[: match.start()]
            last = last_token(without_manner(verbs.rstrip()))
            is_theirs = is_act(last) or last in (BARE_VERBS.of, *ENGLISH.layout.to)
            if is_theirs and are_verbs(verbs):
                return None if match[0].isdigit() else match.start()
    return None


def begins_as_noun(words: str) -> bool:
    """Whether words begin as an object, a clause or an "-ing" does, and not as a verb."""
    first = first_token(words)
    return begins_object(first) or is_gerund(first) or first in BARE_VERBS.of_complement


def ends_open(words: str) -> bool:
    """Whether words end with one that leads on: a preposition, "and", an article."""
    last = last_token(words).lower()
    return last in {*BARE_VERBS.leads_on, *ENGLISH.layout.joining} or bool(BARE_VERBS.before_noun.fullmatch(last))


def holds_act(words: str) -> bool:
    """Whether a request could begin with one of the words."""
    return any(map(is_act, tokens(words)))


def leading_word(words: str) -> str:
    """The first word that is no adverb and no "to" ("fully implement" → "implement")."""
    for token in tokens(words):
        adverb = token.lower().endswith(BARE_VERBS.adverb) and not is_request_verb(token)
        if not adverb and token.lower() not in BARE_VERBS.before_verb:
            return token
    return ""


def continues_sentence(words: str) -> bool:
    """Whether words after a semicolon are another object of, or a clause about, the request before it."""
    first = first_token(words)
    # Capitals are an abbreviation: "ratify ICCPR-OP2 (Peru); CAT (Chad)".
    begins_so = first.isupper() or first in BARE_VERBS.of_object or first in BARE_VERBS.of_complement
    if not begins_so or is_request_verb(leading_word(words)):
        return False
    has_own_verb = any(is_request_verb(match[1]) for match in BARE_VERBS.verb_after.finditer(words))
    return not has_own_verb and not BARE_VERBS.is_clause.match(words)
