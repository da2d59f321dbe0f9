"""The dates of follow-up, on the page of a State and as a file."""

from datetime import timedelta

from icalendar import Calendar

from models.messages.message import Message
from models.reviews.calendar import CalendarEvent, EventKind, HowKnown
from tests.web.inspect_page import page_of, text_of


def dates_on(response):
    """What each date is called and when it is → how it is known; some releases of Babel put thin spaces into spans."""
    page = page_of(response)
    items = page.findall(".//*[@id='calendar']//ol/li")
    return {text_of(item.find("h4")).replace(" – ", "–"): text_of(item.find("p")) for item in items}


def test_each_date_says_how_it_is_known(client):
    dates = dates_on(client.get("/state/XBA"))
    assert dates["4–15 Nov 2019 Last review"] == "Calendar of the Working Group, session 34."
    adopted = dates["about Feb–Apr 2020 Adoption of its outcome by the Human Rights Council"]
    assert adopted.startswith("This program assumes the first regular session of the Council")
    assert "<h3>Estimated</h3>" in client.get("/state/XBA").get_data(as_text=True)


def test_a_date_is_past_from_the_day_after_its_last_day(client, monkeypatch):
    def two_dates(_snapshot, _state, today):
        days = {EventKind.LAST_REVIEW: today - timedelta(1), EventKind.NEXT_REVIEW: today}
        return tuple(
            CalendarEvent(kind, day, day, HowKnown.PUBLISHED, Message("Invented.")) for kind, day in days.items()
        )

    monkeypatch.setattr("web.states.pages.state_calendar", two_dates)
    calendar = page_of(client.get("/state/XBA")).find(".//*[@id='calendar']")
    past = [text_of(heading) for heading in calendar.iterfind(".//details//h4")]
    all_dates = [text_of(heading) for heading in calendar.iter("h4")]
    assert [len(past), len(all_dates)] == [1, 2]
    assert past[0].endswith("Last review")


def test_what_nobody_knows_has_no_date(client):
    dates = dates_on(client.get("/state/XAA"))
    assert dates["Next review"].startswith("The calendar leaves open when it comes")


def test_state_that_is_not_reviewed_is_told_so(client):
    page = client.get("/state/XCB").get_data(as_text=True)
    assert "Sainte-Ormée is not reviewed, or is in no calendar known here." in page
    assert "<h3>Published</h3>" not in page


def test_name_leads_to_the_code(client):
    for path in ("/state/Vellania/calendar", "/state/xaa/calendar.ics"):
        response = client.get(path)
        assert response.status_code == 301
        assert "/state/XAA" in response.location
    assert client.get("/state/Atlantis/calendar").status_code == 404


def test_file_opens_in_calendar_programs(client):
    response = client.get("/state/XBA/calendar.ics")
    assert response.mimetype == "text/calendar"
    assert response.headers["Content-Disposition"] == "attachment; filename=upr-calendar-xba.ics"
    titles = [str(entry["summary"]) for entry in Calendar.from_ical(response.data).walk("VEVENT")]
    assert titles[:2] == [
        "Tamurin: Last review (published)",
        "Tamurin: Adoption of its outcome by the Human Rights Council (estimated)",
    ]
