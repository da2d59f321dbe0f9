"""What documents give the panel: who recommended, what parliament is asked, which committees monitor."""

import datetime

from models.reviews.states import State, StateKind, StateTable
from models.vocabularies.crosswalk import issues
from search.datamodel.observations import ObservingDocument
from search.datamodel.partners import Basis
from search.partners.from_index import parliament, recommending_states, treaty_bodies
from tests.invented_records import recommendation

STATES = StateTable.built_in()
KENYA, SLOVENIA = STATES["KEN"], STATES["SVN"]
VELLANIA = State("XAA", "Vellania", StateKind.MEMBER, None, invented=True)
NAMES = {"AUT": "Austria", "FRA": "France", "VAT": "Holy See", "KEN": "Kenya"}


def asked(text, *sponsors, session=20, paragraph="100.1"):
    return recommendation(text, paragraph, session=session, sponsors=sponsors or ("FRA",))


def test_who_recommended_last_comes_first_with_years_offices_and_words():
    records = [
        asked("Close the old prison", "FRA", "AUT", session=7),
        asked("Let judges visit prisons", "AUT", paragraph="100.2"),
        asked("Train guards", "VAT", session=7, paragraph="100.3"),
    ]
    austria, france, holy_see = recommending_states(records, SLOVENIA, NAMES)
    assert (austria.name, austria.state, austria.basis) == ("Austria", "AUT", Basis.INDEX)
    assert austria.why == "2 recommendations to Slovenia, of 2014 and 2010: read them."
    assert [record.text for record in austria.requests] == ["Let judges visit prisons", "Close the old prison"]
    assert austria.details == (
        "The embassy or high commission of Austria for Slovenia; its permanent mission to the United Nations in Geneva",
    )
    assert france.why == "1 recommendation to Slovenia, of 2010: read it."
    assert holy_see.details == ("Its nunciature for Slovenia; its permanent mission in Geneva",)


def test_parliament_is_told_which_step_is_left_for_a_treaty():
    to_join, in_general = parliament([asked("Ratify OPCAT"), asked("Accede to OPCAT", paragraph="100.2")], KENYA)
    assert to_join.name == (
        "Parliament: Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading "
        "Treatment or Punishment"
    )
    assert to_join.why.startswith("2 recommendations name the treaty as one to join: read them.")
    assert to_join.details == (
        "In 2022 Kenya had neither signed it nor become a party. "
        "The step: accession, or signature and then ratification.",
    )
    assert to_join.source is not None
    assert to_join.source.date == "2022"
    assert in_general.source is None, "what parliaments do stands in no document of the index"


def test_step_of_a_treaty_that_was_signed_or_joined_already():
    signed, _ = parliament([asked("Ratify CED")], KENYA)
    assert signed.details[0].startswith("In 2022 Kenya had signed it and not ratified it. The step: ratification;")
    joined, _ = parliament([asked("Ratify the Convention against Torture")], KENYA)
    assert joined.details[0].startswith("In 2022 Kenya was a party, since 1997. This step is done:")


def test_treaty_status_of_a_state_that_is_in_no_table_is_not_guessed():
    line, _ = parliament([asked("Ratify OPCAT")], VELLANIA)
    assert line.details == ("This installation does not say whether Vellania is a party: see treaties.un.org.",)


def test_which_recommendations_ask_for_a_law_is_not_guessed():
    (line,) = parliament([asked("Adopt a law on prisons"), asked("Train guards", paragraph="100.2")], SLOVENIA)
    assert (line.name, line.basis, line.requests) == ("Parliament", Basis.USUAL, ())


def test_committees_whose_treaties_bind_the_state_come_first_with_what_they_last_said():
    told = ObservingDocument("CAT", "CAT/C/KEN/CO/9", datetime.date(2021, 5, 7), 12)
    lines = list(treaty_bodies(issues()["Detention"], KENYA, [told], ["CAT", "CAT", "CRC"]))
    assert [line.committee for line in lines] == ["CAT", "CCPR", "CRPD", "CRC", "SPT", "CED", "CMW"]
    assert lines[0].details == (
        "Kenya was a party; it ratified, acceded or succeeded in 1997.",
        "Its last concluding observations indexed here: CAT/C/KEN/CO/9, of 2021; 2 paragraphs that are indexed were "
        "found on this issue.",
    )
    assert lines[0].documents == ("CAT/C/KEN/CO/9",)
    assert lines[1].details[1] == "None of its concluding observations on the State are indexed here."
    assert lines[4].details == (
        "In 2022 Kenya was no party: this committee considers it only if it has become one since.",
        "It visits places where people are deprived of their liberty; its reports are confidential unless the "
        "State has them published.",
    )
