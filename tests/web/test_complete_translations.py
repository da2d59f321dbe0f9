"""French, Spanish and Arabic say the UN's terms: each where the English says it, and nowhere else.

They may lack translations until a release, for which `make release-check` demands them: English stands in, marked.
"""

import re
from collections.abc import Sequence
from functools import cache

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.paths import REPOSITORY
from web.site.catalogues import catalogue

TRANSLATIONS = REPOSITORY / "web" / "translations"
COMPLETE = ["ar", "es", "fr"]
NO_WORDS = re.compile(r"%\(\w+\)s|<[^>]*>|UPR Info|UPR Follow-up|https?://\S+")

TERMS = {
    "ar": {
        r"Working Group": r"\w*فريق (\w+ )?العامل",
        r"Human Rights Council": r"\w*مجلس حقوق الإنسان",
        r"voluntary (pledges & )?commitments?": r"\w*لتزام\w*\u064b? (ال)?طوعي\w*",
        r"treaty bod(y|ies)": r"\w*هيئ(ة|ات) المعاهد(ة|ات)",
        r"concluding observations": r"\w*ملاحظات\w* (ال)?ختامية",
        r"special procedures?": r"\w*إجراءات الخاصة",
        r"stakeholders?’?": r"\w*جهات صاحبة المصلحة",
        r"mid-term reports?": r"\w*تقرير منتصف المدة",
        r"national reports?": r"\w*(تقرير الوطني|تقاريرها الوطنية)",
        r"pending": r"قيد النظر",
    },
    "fr": {
        r"Universal Periodic Review": r"Examen périodique universel",
        r"Working Group": r"Groupe de travail",
        r"Human Rights Council": r"Conseil des droits de l’homme",
        r"voluntary (pledges & )?commitments?": r"engagements? volontaires?",
        r"treaty bod(y|ies)": r"organes? conventionnels?",
        r"concluding observations": r"observations? finales?",
        r"special procedures?": r"procédures? spéciales?",
        r"stakeholders?’?": r"parties? prenantes?",
        r"mid-term reports?": r"rapports? à mi-parcours",
        r"national reports?": r"rapports? nationa(l|ux)",
        r"pending": r"en attente",
    },
    "es": {
        r"Universal Periodic Review": r"Examen Periódico Universal",
        r"Working Group": r"Grupo de Trabajo",
        r"Human Rights Council": r"Consejo de Derechos Humanos",
        r"voluntary (pledges & )?commitments?": r"compromisos? voluntarios?",
        r"treaty bod(y|ies)": r"órganos? (creados? en virtud )?de (los )?tratados?",
        r"concluding observations": r"observaci(ón|ones) final(es)?",
        r"special procedures?": r"procedimientos? especial(es)?",
        r"stakeholders?’?": r"partes? interesadas?",
        r"mid-term reports?": r"informes? de mitad de período",
        r"national reports?": r"informes? nacional(es)?",
        r"pending": r"pendientes?",
    },
}
"""Terms of the UN: a translation has its own where the English has it, and only there."""
SAID_AS = {
    "ar": {
        r"outcomes?": r"\w*نتائج\w*",
        r"Universal Periodic Review": r"\w*استعراض الدوري الشامل",
        r"supported": r"و?حظيتا?\s+(\w+\s+){0,4}(بالتأييد|بتأييد)|أيدت",
        r"noted": r"(أُحيط|أحاطت|تحيط)\s+علما",
        r"State under review": r"\w*دولة موضوع الاستعراض",
        r"recommendations?": r"\w*توصي\w*|أُ?وصي\w*",
    },
    "fr": {
        r"outcomes?": r"documents? fina(l|ux)|suites de l’examen",
        r"supported": r"adhésion recueillie|recueilli\w*\s+l’adhésion|recueilli\s+son\s+adhésion",
        r"noted": r"notée?s?|pris note",
        r"State under review": r"État examiné",
        r"recommendations?": r"recommandations?",
    },
    "es": {
        r"outcomes?": r"resultados?",
        r"supported": r"apoyad[oa]s?|apoy(ó|aron)|con apoyo",
        r"noted": r"tom\w+ nota",
        r"State under review": r"Estado examinado",
        r"recommendations?": r"recomendaci(ón|ones)",
    },
}
"""English that has its word in each translation."""
STANDS_FOR = {
    "ar": {
        r"\w*رفض\w*|\w*مرفوض\w*|\w*رافض\w*": r"reject\w*|refus\w*",
        r"\w*حظيتا? (هذه التوصية )?(بالتأييد|بتأييد)": r"support\w*",
        r"(أُحيط|أحاطت|تحيط)\s+علما": r"not(ed|es)",
        r"\w*استعراض الدوري الشامل": r"Universal Periodic Review|UPR",
    },
    "fr": {
        r"adhésion recueillie|recueill\w*\s+l’adhésion": r"support\w*",
        r"notée?s?|pris note": r"not(ed|es)",
        r"\w*rejet\w*|refus\w*": r"reject\w*|refus\w*",
    },
    "es": {
        r"apoyad[oa]s?": r"support\w*",
        r"rechaz\w*|rehus\w*|den[ei]\w*g\w*": r"reject\w*|refus\w*",
    },
}
"""Words of a translation that stand for English alone: a State supports or notes, it rejects nothing."""

OTHER_WORDS = {
    "ar": {
        "Universal Periodic Review": r"\w*مراجعة الدورية\w*|\w*استعراض الدوري العالمي",
        "State under review": r"\w*دولة (قيد الاستعراض|الخاضعة للاستعراض|المستعرَضة)",
        "outcome": r"\w*(وثيقة الختامية|محصلة)|\w*نتيجة الاستعراض",
        "noted": r"أخذت علماً|أحاطت علماً ب?أن|سجّ?لت التوصية|لاحظت التوصية",
        "pending": r"معلّ?قة",
        "voluntary commitment": r"\w*(لتزام|تعهد)\w* (ال)?(تطوعي|اختياري)\w*",
        "treaty body": r"\w*(أجهزة|لجان|هيئات رصد) المعاهدات",
        "concluding observations": r"\w*ملاحظات (ال)?نهائية|\w*تعليقات (ال)?ختامية",
        "stakeholders": r"\w*أصحاب المصلحة|\w*أطراف المعنية",
        "mid-term report": r"\w*تقرير (نصف المدة|منتصف الفترة|منتصف الدورة)",
    },
    "fr": {
        "Universal Periodic Review": r"(revue|révision) périodique",
        "State under review": r"État (sous|en cours d’|en) ?examen|État (évalué|soumis à l’examen)",
        "outcome": r"résultats? (de l’|des )examens?|document de résultat",
        "noted": r"pris acte|prend acte|annotée?s?|constatée?s? par",
        "pending": r"en suspens|pendantes?",
        "voluntary commitment": r"engagements? (spontané|bénévole|unilatéra)\w*",
        "treaty body": r"organes? (des?|de surveillance des) traités?|organes? créés?",
        "concluding observations": r"(conclusions|observations) (conclusives|concluantes)|conclusions finales",
        "stakeholders": r"parties (intéressées|concernées)|acteurs concernés",
        "mid-term report": r"rapports? (de mi-|à mi-période|intermédiaires?)\w*",
    },
    "es": {
        "Universal Periodic Review": r"(revisión|evaluación) periódica",
        "State under review": r"Estado (evaluado|bajo examen|en examen|objeto de examen|bajo revisión)",
        "outcome": r"documento final|conclusiones del examen",
        "noted": r"anotad[oa]s?|tom\w+ conocimiento|tom\w+ razón",
        "pending": r"en suspenso",
        "voluntary commitment": r"compromisos? (unilateral|espontáneo)\w*|promesas? voluntarias?",
        "treaty body": r"órganos? (convencional|de vigilancia)\w*",
        "concluding observations": r"observaciones (concluyentes|conclusivas)|conclusiones finales",
        "stakeholders": r"(actores|grupos|partes) (implicad|involucrad|concernid)\w*|grupos de interés",
        "mid-term report": r"informes? (intermedio|de medio término|de mitad de (plazo|ciclo))\w*",
    },
}
"""What others say for a term of the UN, and the United Nations do not: no translation has it."""


GENDERS = re.compile(r"%\(\w+:([^)|]+)\|[^)]+\)s")
"""A verb that agrees with a State: the one of feminine States stands for both."""


@cache
def stored(language: str) -> Catalog:
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        pytest.skip(f"there is no catalogue of {language}")
    with path.open("rb") as file:
        return read_po(file)


def messages_of(language: str) -> tuple[Message, ...]:
    """Those that are translated."""
    return tuple(message for message in stored(language) if message.id and any(forms_of(message)))


def spoken(words: str | Sequence[str]) -> str:
    return NO_WORDS.sub(" ", GENDERS.sub(r"\1", words if isinstance(words, str) else " ".join(words)))


def has(words: str | Sequence[str], term: str) -> bool:
    return re.search(rf"\b({term})(?!\w)", spoken(words), re.IGNORECASE) is not None


@pytest.mark.parametrize("language", COMPLETE)
def test_the_messages_of_a_catalogue_are_those_of_the_template(language: str) -> None:
    with (TRANSLATIONS / "messages.pot").open("rb") as file:
        wanted = {message.id for message in read_po(file) if message.id}
    assert {message.id for message in stored(language) if message.id} == wanted, "run `make messages`"


@pytest.mark.parametrize("language", COMPLETE)
def test_each_number_has_its_form(language: str) -> None:
    forms = stored(
        language
    ).num_plurals  # as the catalogue itself says: releases of Babel count those of French otherwise
    counted = [message for message in messages_of(language) if message.pluralizable]
    assert [message.id for message in counted if len(forms_of(message)) != forms] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 سجل"),
        (1, "سجل واحد"),
        (2, "سجلان"),
        (3, "3 سجلات"),
        (10, "10 سجلات"),
        (11, "11 سجلاً"),
        (99, "99 سجلاً"),
        (100, "100 سجل"),
        (102, "102 سجل"),
        (103, "103 سجلات"),
        (111, "111 سجلاً"),
    ],
)
def test_arabic_takes_the_form_of_a_number(count: int, words: str) -> None:
    """Babel's own formula takes the form of 11 for 100: the catalogue brings the usual one."""
    arabic = catalogue(TRANSLATIONS, Locale("ar"))
    assert arabic.ungettext("%(count)s record", "%(count)s records", count) % {"count": count} == words


def forms_of(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.mark.parametrize(
    ("language", "english", "own"),
    [(language, *pair) for terms in (TERMS, SAID_AS) for language in COMPLETE for pair in terms[language].items()],
)
def test_what_the_english_says_the_translation_says(language: str, english: str, own: str) -> None:
    saying = [message for message in messages_of(language) if has(message.id, english)]
    assert saying, "no message has the term any more"
    assert [message.string for message in saying if not has(message.string, own)] == []


@pytest.mark.parametrize(
    ("language", "own", "english"),
    [(language, own, english) for language in COMPLETE for english, own in TERMS[language].items()]
    + [(language, *pair) for language in COMPLETE for pair in STANDS_FOR[language].items()],
)
def test_what_the_translation_says_the_english_says(language: str, own: str, english: str) -> None:
    saying = [message for message in messages_of(language) if has(message.string, own)]
    assert [(message.id, message.string) for message in saying if not has(message.id, english)] == []


@pytest.mark.parametrize(
    ("language", "term", "other"),
    [(language, *pair) for language in COMPLETE for pair in OTHER_WORDS[language].items()],
)
def test_no_translation_has_another_word_for_a_term(language: str, term: str, other: str) -> None:
    assert [form for message in messages_of(language) for form in forms_of(message) if has(form, other)] == [], term


@pytest.mark.parametrize(
    ("language", "term", "words"),
    [
        ("fr", "noted", "Le Chili a pris acte de la recommandation"),
        ("fr", "outcome", "Adoption des résultats de l’examen"),
        ("es", "noted", "Anotadas: 5"),
        ("es", "State under review", "el Estado objeto de examen"),
        ("ar", "stakeholders", "ورقات أصحاب المصلحة"),
        ("ar", "mid-term report", "تقرير منتصف الفترة"),
    ],
)
def test_another_word_for_a_term_is_seen(language: str, term: str, words: str) -> None:
    assert has(words, OTHER_WORDS[language][term])


def test_no_line_breaks_before_a_french_mark() -> None:
    """A colon at the beginning of a line: French has a space before some marks, at which no line may end."""
    loose = re.compile(r"\S [:;?!»]|« ")
    assert [form for message in messages_of("fr") for form in forms_of(message) if loose.search(form)] == []
