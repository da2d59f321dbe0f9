"""The crosswalk: complete, and true to the treaties and goals that it names."""

import csv
import re
from itertools import pairwise

import pytest

from models.vocabularies.crosswalk import (
    TOPICS,
    RelationKind,
    article_subjects,
    current_name,
    issue_slug,
    issues,
    issues_by_theme,
    target_subjects,
    themes_of_labels,
    unmapped_themes,
)
from tests.paths import SHARED

LABELS = """
Asylum-seekers - refugees|CP rights - general|Civil society|Corruption|Counter-terrorism|Death penalty|Detention
Development|Disabilities|ESC rights - general|Elections|Enforced disappearances|Environment
Extrajudicial executions|Freedom of association and peaceful assembly|Freedom of movement
Freedom of opinion and expression|Freedom of religion and belief|Freedom of the press|General|HIV - Aids
Human rights defenders|Human rights education and training|Human rights violations by state agents|Impunity
Indigenous peoples|Internally displaced persons|International humanitarian law|International instruments|Justice
Labour|Migrants|Minorities|NHRI|National plan of action|Other|Poverty|Public security|Racial discrimination
Right to education|Right to food|Right to health|Right to housing|Right to land|Right to water|Rights of the Child
Sexual Orientation and Gender Identity|Special procedures|Technical assistance and cooperation
Torture and other CID treatment|Trafficking|Treaty bodies|UPR process|Women's rights
"""
THEMES = [*unmapped_themes(), *(one for issue in issues().values() for one in issue.of_kind(RelationKind.THEME))]
UPR_INFO = {label for line in LABELS.strip().splitlines() for label in line.split("|")}

ARTICLES = {
    "CAT": 33,
    "CCPR": 53,
    "CED": 45,
    "CEDAW": 30,
    "CERD": 25,
    "CESCR": 31,
    "CMW": 93,
    "CRC": 54,
    "CRPD": 50,
    "SPT": 37,
}
"""How many articles the treaty of each body has; SPT's is the Optional Protocol to the Convention against Torture."""

# Numbered targets of each goal, and the letters of its means of implementation.
TARGETS = {
    1: (5, "ab"),
    2: (5, "abc"),
    3: (9, "abcd"),
    4: (7, "abc"),
    5: (6, "abc"),
    6: (6, "ab"),
    7: (3, "ab"),
    8: (10, "ab"),
    9: (5, "abc"),
    10: (7, "abc"),
    11: (7, "abc"),
    12: (8, "abc"),
    13: (3, "ab"),
    14: (7, "abc"),
    15: (9, "abc"),
    16: (10, "ab"),
    17: (19, ""),
}
ALL_TARGETS = {
    f"{goal}.{target}" for goal, (numbers, letters) in TARGETS.items() for target in (*range(1, numbers + 1), *letters)
}


def test_every_label_of_upr_info_and_every_topic_is_an_issue():
    assert set(issues()) == UPR_INFO | set(TOPICS)
    assert {name for name, issue in issues().items() if issue.is_label} == UPR_INFO
    for issue in issues().values():
        assert issue.of_kind(RelationKind.THEME) or issue.of_kind(RelationKind.TREATY), issue.name


@pytest.mark.parametrize("issue", issues().values(), ids=lambda issue: issue.slug)
def test_bodies_articles_and_targets_exist(issue):
    for body, articles in issue.articles.items():
        assert all(1 <= article <= ARTICLES[body] for article in articles)
        assert all(before < after for before, after in pairwise(articles)), "ascending, none twice"
        assert all((body, article) in article_subjects() for article in articles)
    for relation in issue.of_kind(RelationKind.TARGET):
        assert relation.value in ALL_TARGETS & target_subjects().keys()
    assert len({(each.kind, each.value, each.detail) for each in issue.relations}) == len(issue.relations)
    assert all(relation.source for relation in issue.relations)


@pytest.mark.parametrize(
    ("issue", "body", "article"),
    [
        ("Women's rights", "CEDAW", 16),  # marriage and family
        ("Women's rights", "CRC", 24),  # 24 (3): traditional practices
        ("Statelessness", "CRC", 7),
        ("Statelessness", "CEDAW", 9),
        ("Right to education", "CESCR", 13),
        ("Detention", "CCPR", 10),
        ("Detention", "SPT", 17),  # national preventive mechanism
        ("Minorities", "CCPR", 27),
        ("Racial discrimination", "CERD", 4),
        ("Elections", "CCPR", 25),
        ("Right to water", "CEDAW", 14),  # 14 (2) (h)
        ("NHRI", "CRPD", 33),
        ("Death penalty", "CCPR", 6),
        ("Asylum-seekers - refugees", "CAT", 3),
        ("Right to housing", "CESCR", 11),
        ("Migrants", "CMW", 22),
        ("Enforced disappearances", "CED", 24),
        ("Treaty bodies", "CRPD", 35),
        ("Older persons", "CMW", 7),  # the one treaty that names age as a ground
        ("Privacy", "CRC", 16),
    ],
)
def test_articles_that_practitioners_expect(issue, body, article):
    assert article in issues()[issue].articles[body]


def test_clusters_are_those_of_reports_on_children():
    clusters = {each.value for issue in issues().values() for each in issue.of_kind(RelationKind.CRC_CLUSTER)}
    assert len(clusters) == 9
    assert {each.value for each in issues()["Rights of the Child"].of_kind(RelationKind.CRC_CLUSTER)} == clusters


def test_a_theme_belongs_to_issues_or_says_why_not():
    assert issues_by_theme()["Human trafficking & contemporary forms of slavery"] == ("Trafficking",)
    unmapped = {relation.value for relation in unmapped_themes()}
    assert not unmapped & issues_by_theme().keys()
    assert all(relation.kind is RelationKind.THEME and relation.source for relation in unmapped_themes())


@pytest.mark.parametrize(
    ("labels", "theme", "belongs"),
    [
        (["Trafficking"], "Human trafficking & contemporary forms of slavery", True),
        (["Labour", "Trafficking"], "Labour rights and right to work", True),
        (["Trafficking"], "Right to education", False),
        (["Other"], "Equality & non-discrimination", False),  # a label of what fits no other
        (["Dragons"], "Right to education", False),
    ],
)
def test_themes_of_labels(labels, theme, belongs):
    assert (theme in themes_of_labels(labels)) is belongs


def test_addresses_are_plain_and_tell_issues_apart():
    slugs = [issue.slug for issue in issues().values()]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)
    assert issue_slug("Women's rights") == "womens-rights"


@pytest.mark.real_data
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real tables are not beside this checkout")
def test_labels_and_themes_of_the_sources_are_all_known():
    with (SHARED / "upr_info" / "recommendations.csv").open(encoding="utf-8-sig", newline="") as table:
        seen = {label.strip() for row in csv.DictReader(table) for label in row["Issue"].split(",")}
    assert seen == UPR_INFO
    themes = (SHARED / "reference" / "uhri_themes_current_seen.txt").read_text(encoding="utf-8").splitlines()
    known = issues_by_theme().keys() | {relation.value for relation in unmapped_themes()}
    assert {theme.strip() for theme in themes if theme.strip()} <= known


@pytest.mark.parametrize(
    ("scheme", "printed", "name"),
    [
        pytest.param("uhri", "Right to health", "Right to health", id="of the current list"),
        pytest.param("uhri", "RIGHT  TO HEALTH", "Right to health", id="capitals and spaces"),
        pytest.param("uhri", "Right to health - General", "Right to health", id="general part"),
        pytest.param(
            "uhri",
            "Budget &resources (for human rights implementation)",
            "Budget & resources (for human rights implementation)",
            id="missing space",
        ),
        pytest.param(
            "uhri",
            "Freedom of thought, conscience and religion",
            "Freedom of thought, conscience & religion",
            id="and",
        ),
        pytest.param(
            "uhri",
            "Human Rights & drinking water and sanitation",
            "Human Rights & drinking water & sanitation",
            id="of two earlier lists",
        ),
        pytest.param(
            "uhri",
            "Rights related to name, identity, nationality",
            "Rights related to name, identity & nationality",
            id="comma for and",
        ),
        pytest.param("uhri", "Freedom of opinion and expression", "Freedom of opinion and expression", id="narrower"),
        pytest.param(
            "uhri", "Prohibition of slavery, trafficking", "Prohibition of slavery, trafficking", id="renamed"
        ),
        pytest.param("uhri", "Huts & shelters", "Huts & shelters", id="never seen"),
        pytest.param("uhri", "General", "General", id="nothing but general"),
        pytest.param("uhri", "", "", id="nothing"),
        pytest.param("uhri-persons", "women and girls", "Women & girls", id="affected persons"),
        pytest.param(
            "uhri-persons",
            "Lesbian, gay, bisexual, transgender and intersex persons (LGBTI)",
            "Lesbian, gay, bisexual and transgender and intersex persons (LGBTI)",
            id="affected persons of two earlier lists",
        ),
        pytest.param("uhri-persons", "Right to Health", "Right to Health", id="theme among affected persons"),
        pytest.param("uhri-sdg", "right to health", "right to health", id="another scheme"),
    ],
)
def test_a_label_gets_its_latest_name_where_only_its_spelling_differs(scheme: str, printed: str, name: str) -> None:
    assert current_name(scheme, printed) == name


def test_no_two_themes_of_one_list_have_one_current_name() -> None:
    for year in ("current", "2019", "2014"):
        listed = {one.value for one in THEMES if year in one.detail.split("; ")}
        assert len({current_name("uhri", label) for label in listed}) == len(listed)
