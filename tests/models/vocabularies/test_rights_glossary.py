"""Issues in other languages, by the glossary of rights terms."""

import csv
import unicodedata
from importlib import resources

import pytest

from benches.reach_of_terms import reached
from models.vocabularies.rights_glossary import GLOSSARY_LANGUAGES, english_terms


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("fr", "Dans les villages, les grèves sont interdites et les syndicats dissous.", "trade unions strike"),
        ("es", "En los cuarteles se obliga a los niños soldados a llevar armas.", "child soldiers"),
        ("ar", "يُمنع العمال من تكوين نقابات مستقلة", "trade unions strike"),
        ("ru", "Пожилых людей выгоняют из домов, и они остаются без пенсии.", "older persons"),
        ("zh", "工会被禁止，罢工者被解雇。", "trade unions strike"),
    ],
    ids=GLOSSARY_LANGUAGES,
)
def test_terms_in_english(language: str, text: str, term: str) -> None:
    assert term in english_terms(text, language)


@pytest.mark.parametrize(("text", "language"), [("Bonjour tout le monde", "fr"), ("Folter", "de"), ("torture", "en")])
def test_no_term_is_known(text: str, language: str) -> None:
    assert english_terms(text, language) == ""


def test_arabic_vowel_signs_change_nothing() -> None:
    assert english_terms("التَّعذيب", "ar") == english_terms("التعذيب", "ar") == "torture"


@pytest.mark.parametrize("text", ["Meurtres", "roman"], ids=["inside a word", "another word"])
def test_a_term_is_a_whole_word(text: str) -> None:
    assert "HIV" not in english_terms(text, "fr")


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("ar", "السلطات تسيطر على السلاح", "tuberculosis"),
        ("ar", "مبالغ بالغة الارتفاع", "mother tongue"),
        ("ru", "Суд идёт очень долго", "debt"),
        ("ru", "На лестнице темно", "deforestation"),
        ("fr", "Le ministère est doté d'un budget", "dowry"),
        ("es", "Está presa en la capital", "dams"),
        ("es", "La fiscalía no investiga a nadie", "tax"),
        ("es", "Le dieron un golpe en la puerta", "violence against women"),
        ("fr", "Des journalistes sont battus", "violence against women"),
        ("fr", "Voici votre maison", "elections"),
        ("ar", "هذا الذمام قديم", "defamation"),
    ],
)
def test_words_that_only_begin_or_hold_a_term(language: str, text: str, term: str) -> None:
    assert term not in english_terms(text, language)


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("ar", "ما زالت الصغيرات يُختنّ في القرى", "female genital mutilation"),
        ("ar", "وسُجن الصحفيون، والصحفيات أيضاً", "journalists"),
        ("fr", "Elles sont excisées avant cinq ans", "female genital mutilation"),
        ("es", "A los periodistas los encarcelaron", "detention"),
        ("ru", "Их держат в тюрьме", "prison"),
        pytest.param("fr", "Les détenus dorment par terre", "prisoners", id="a plural that stems keep"),
        pytest.param("fr", "Elles dénoncent leurs voisins", "complaint reporting", id="what several do"),
        pytest.param("fr", "Des fillettes cousent la nuit", "girls", id="small, in French"),
        pytest.param("es", "Una niñita cose de noche", "girls", id="small, in Spanish"),
        pytest.param("fr", "LES PRISONNIERES SONT VIOLEES", "rape sexual violence", id="capitals without accents"),
        pytest.param("fr", unicodedata.normalize("NFD", "Les détenus"), "prisoners", id="accents apart"),
        pytest.param("es", "Las ninas no van a la escuela", "girls", id="typed without tildes"),
        pytest.param("fr", "Une violence domestique faite aux femmes", "violence against women", id="a word between"),
        pytest.param("fr", "Privées de toute liberté", "detention", id="a word before the last of three"),
        pytest.param("fr", "L’excision d’une enfant", "female genital mutilation", id="a typographic apostrophe"),
        pytest.param("ru", "Девочек подвергают обрезанию", "female genital mutilation", id="in another order"),
        pytest.param("ar", "للاجئين وأسرهم خيام", "refugees", id="to the, before a word with its own l"),
        pytest.param("ar", "يخافن من أزواجهن", "husband wife", id="their, after a word"),
        pytest.param("ar", "مات وهو في بيت زوجته", "husband wife", id="his, after a feminine"),
        pytest.param("ar", "في المدرسه الجديدة", "school education", id="without the dots of the last letter"),
        pytest.param("ar", "وسجنوهم سنة", "prison", id="what several did to them"),
    ],
)
def test_forms_of_words(language: str, text: str, term: str) -> None:
    assert term in english_terms(text, language).split(", ")


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        pytest.param("fr", "Le traitement de la demande traîne", "trafficking in persons", id="traite"),
        pytest.param("fr", "Ils parlent de leurs activités", "women in parliament participation", id="parlement"),
        pytest.param("fr", "Ces activités durent", "human rights defenders activists", id="activiste"),
        pytest.param("fr", "Violette est une femme", "rape sexual violence", id="viol"),
        pytest.param("fr", "Un film violent", "rape sexual violence", id="violer"),
        pytest.param("fr", "Leur violence domestique", "domestic workers", id="domestiques"),
        pytest.param("es", "El deporte nacional", "refoulement deportation", id="deportar"),
        pytest.param("es", "Un largo período", "journalists", id="periodista"),
        pytest.param("es", "Sin embargo, nadie vino", "blockade sanctions", id="embargo"),
        pytest.param("es", "Hay mucha información", "whistle-blowers", id="informante"),
        pytest.param("ru", "Он пытается уехать", "torture", id="пытать"),
        pytest.param("ru", "В каком месте?", "reprisals", id="месть"),
        pytest.param("ru", "В заключение скажем", "prisoners", id="заключенный"),
        pytest.param("ar", "أولاد مثل أولادنا", "sexual orientation homosexuality", id="such as"),
        pytest.param("ar", "في البلاد نفسها", "mental illness psychiatric institutions", id="itself"),
        pytest.param("ar", "في هذه البلاد", "maternal mortality", id="country"),
        pytest.param("ar", "لدينا وقت قليل", "freedom of religion", id="we have"),
        pytest.param("ar", "مئات المرات", "women", id="times"),
    ],
)
def test_words_that_only_sound_alike(language: str, text: str, term: str) -> None:
    assert term not in english_terms(text, language).split(", ")


@pytest.mark.parametrize(
    ("language", "text", "found", "other"),
    [
        pytest.param(
            "fr",
            "La police refuse d’enregistrer leurs plaintes",
            "complaint reporting",
            "foreign funding registration",
            id="register",
        ),
        pytest.param("ar", "ترفض الشرطة تسجيل شكاواهن", "police", "foreign funding registration", id="register"),
        pytest.param(
            "fr",
            "Des journalistes poursuivis pour avoir critiqué le gouvernement",
            "freedom of expression press",
            "impunity prosecution",
            id="prosecuted",
        ),
        pytest.param(
            "es",
            "Periodistas procesados por criticar al gobierno",
            "freedom of expression press",
            "impunity prosecution",
            id="prosecuted",
        ),
        pytest.param("ar", "يُلاحق الصحفيون قضائياً", "journalists", "independence of the judiciary", id="by courts"),
        pytest.param("ar", "القضاء على التمييز", "discrimination", "independence of the judiciary", id="elimination"),
        pytest.param("es", "Una orden judicial", "", "independence of the judiciary", id="of a court"),
        pytest.param(
            "fr", "Mon cousin a été pris à un barrage de police", "police", "dams hydropower displacement", id="barrier"
        ),
        pytest.param("fr", "Des policiers jamais poursuivis", "impunity prosecution", "", id="never prosecuted"),
        pytest.param("fr", "Son mari la frappe chaque soir", "domestic violence", "", id="beats her"),
        pytest.param("es", "Su marido le pega", "domestic violence", "", id="beats her"),
        pytest.param("ar", "زوجها يضربها كل ليلة", "domestic violence", "", id="beats her"),
        pytest.param("fr", "Quarante personnes pour un robinet", "clean drinking water sanitation", "", id="tap"),
        pytest.param("ar", "أربعون رجلاً على حنفية واحدة", "clean drinking water sanitation", "", id="tap"),
        pytest.param(
            "es", "Cruzaron el agua con los niños", "children", "clean drinking water sanitation", id="across water"
        ),
        pytest.param("es", "Siguen tras las rejas", "detention", "", id="behind bars"),
        pytest.param("es", "Se trata de un error", "", "trafficking in persons", id="it is about"),
        pytest.param("es", "Es contra la trata de personas", "trafficking in persons", "", id="trafficking"),
        pytest.param("es", "La carne de vacuno está cara", "", "vaccination", id="beef"),
        pytest.param("es", "Nos refugiamos de la lluvia", "", "refugees", id="sheltered from rain"),
        pytest.param("es", "Los vecinos violan la norma", "", "rape sexual violence", id="break a rule"),
        pytest.param("es", "Los soldados violaron a tres mujeres", "rape sexual violence", "", id="raped"),
        pytest.param("es", "Estudia para las oposiciones", "", "opposition political parties", id="an examination"),
        pytest.param("es", "La tienda admite devoluciones", "", "refoulement deportation", id="goods returned"),
        pytest.param("es", "Viven en la pobreza", "poverty", "", id="poverty"),
        pytest.param("es", "Pobre gato", "", "poverty", id="poor thing"),
        pytest.param("es", "La Defensoría no contesta", "", "human rights defenders activists", id="ombudsman"),
        pytest.param("es", "Murió de parto en el camino", "maternal mortality", "", id="died in childbirth"),
        pytest.param("ar", "كتبت امرأة مثلي إلى الوزارة", "women", "sexual orientation homosexuality", id="like me"),
        pytest.param("ar", "تغيير الأحكام التي تجرّم التشهير", "defamation libel", "court rulings", id="provisions"),
        pytest.param("ar", "أعطاها لرجل سداداً لدينه", "", "freedom of religion", id="debt"),
        pytest.param("ar", "أُفرج عن الصحفي بكفالة", "journalists", "sponsorship system kafala", id="bail"),
        pytest.param("ar", "يبلغ عدد السجناء ألفاً", "prisoners", "complaint reporting", id="amounts to"),
        pytest.param("ar", "مناخ من الخوف بين الصحفيين", "journalists", "climate change", id="climate of fear"),
        pytest.param("ar", "اشتكت إلى رئيس البلدية", "", "president", id="head of a town"),
        pytest.param("ar", "عُرضت في معارض الكتب", "", "opposition political parties", id="exhibitions"),
        pytest.param("ar", "هدمت الجرافات بيوتنا", "forced evictions housing", "", id="pulled our homes down"),
        pytest.param("ar", "يتحرش بها المدير", "sexual harassment", "", id="harasses her"),
        pytest.param("ar", "تعديل مدونة الأسرة", "", "freedom of expression press", id="a code, no blog"),
        pytest.param("ar", "السجناء في إضراب عن الطعام", "prisoners", "trade unions strike", id="hunger strike"),
        pytest.param(
            "ar",
            "إمكانية الوصول إلى المعلومات",
            "access to information",
            "accessibility for wheelchair users",
            id="access",
        ),
        pytest.param("ar", "رفضوا شكواها", "complaint reporting", "", id="her complaint"),
        pytest.param("ar", "فرّقوا المعتصمين", "peaceful assembly demonstrations", "", id="who sit in"),
        pytest.param("fr", "La réunion a été déplacée au mardi", "", "internally displaced", id="moved"),
        pytest.param("fr", "Les déplacés dorment dans le stade", "internally displaced", "", id="displaced"),
        pytest.param("fr", "Un détenu est en grève de la faim", "prisoners", "trade unions strike", id="hunger strike"),
        pytest.param(
            "fr",
            "Mon père a été mis sous tutelle",
            "legal capacity deprived guardianship disability",
            "guardianship of women",
            id="ward",
        ),
        pytest.param("fr", "Le patron a disparu avec la caisse", "", "enforced disappearance", id="absconded"),
        pytest.param("fr", "Mon frère a disparu un soir de mai", "enforced disappearance", "", id="disappeared"),
        pytest.param("fr", "Les mineurs remontent en crachant noir", "", "children", id="miners"),
        pytest.param("fr", "Une campagne de vaccination", "vaccination", "rural areas", id="campaign"),
        pytest.param("fr", "Le Parlement adopte le budget", "", "women in parliament participation", id="parliament"),
        pytest.param("fr", "Nous vivons dans un climat de peur", "", "climate change", id="climate of fear"),
        pytest.param("fr", "Les champs sont pleins de mines", "landmines", "business companies mining", id="mines"),
        pytest.param("fr", "On boit l’eau du marigot", "clean drinking water sanitation", "", id="from the pond"),
        pytest.param(
            "fr", "Depuis l’adoption de cette loi", "", "adoption orphanages alternative care", id="adoption of a law"
        ),
        pytest.param("fr", "Le Haut-Commissariat publie un rapport", "", "police", id="high commissioner"),
        pytest.param("fr", "Deux nuits au commissariat", "police", "", id="police station"),
        pytest.param("fr", "Le combat pour l’égalité", "", "armed conflict", id="struggle"),
        pytest.param("fr", "L’allocation de ressources", "", "pensions social security", id="allocation"),
        pytest.param("fr", "Le vieux puits du village", "", "older persons", id="an old well"),
        pytest.param("fr", "Les colonnes du journal", "", "occupation self-determination", id="columns"),
        pytest.param("fr", "Sa disparition date de mai", "enforced disappearance", "", id="since when"),
        pytest.param("fr", "Nos enfants à l’adoption", "adoption orphanages alternative care", "", id="adopted"),
        pytest.param("fr", "Mon amie trans n’a pas de papiers", "transgender gender identity", "", id="trans"),
    ],
)
def test_everyday_words_are_found_and_broad_ones_need_a_second(
    language: str, text: str, found: str, other: str
) -> None:
    terms = ["", *english_terms(text, language).split(", ")]
    assert found in terms
    assert not other or other not in terms


def test_short_words_are_no_others_with_their_stem() -> None:
    assert english_terms("Nadie ha sido juzgado.", "es") == english_terms("Nadie fue juzgado.", "es")
    assert english_terms("Mueren de sida.", "es") == "HIV AIDS"
    assert english_terms("una mujer", "es") == english_terms("tres mujeres", "es") == "women"


def test_terms_stand_in_the_order_in_which_they_are_spoken_of_and_once() -> None:
    text = "La policía y los jueces callan. La policía se ríe."
    assert english_terms(text, "es") == "police, judges"


def test_every_term_has_forms_in_every_language_and_stands_once() -> None:
    with resources.files("models.vocabularies").joinpath("rights_terms.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len({row["en"] for row in rows}) == len(rows)
    assert all(form.strip() for row in rows for cell in row.values() for form in cell.split("|"))


def test_the_words_of_each_term_can_be_listed() -> None:
    words = ["prisonniers", "maison", "prisonnière", "policiers"]
    assert reached("fr", words) == {"prisoners": ["prisonniers", "prisonnière"], "police": ["policiers"]}
