"""The dates of follow-up, as a page and as a file."""

from icalendar import Calendar

from tests.web.inspect_page import parse, text_of


def rows_of(response):
    page = parse(response.get_data(as_text=True))
    return [[text_of(cell) for cell in row if cell.tag in ("td", "th")] for row in page.iterfind(".//tbody/tr")]


def test_each_date_says_how_it_is_known(client):
    rows = {row[1]: row for row in rows_of(client.get("/state/XBA/calendar"))}
    assert rows["Last review"] == [
        "4–15 Nov 2019",
        "Last review",
        "published. Calendar of the Working Group, session 34.",
    ]
    adopted = rows["Adoption of its outcome by the Human Rights Council"]
    assert (adopted[0], adopted[2].split(".")[0]) == ("about Feb – Apr 2020", "estimated")


def test_what_nobody_knows_has_no_date(client):
    rows = {row[1]: row for row in rows_of(client.get("/state/XAA/calendar"))}
    assert rows["Next review"][0] == "no date"
    assert rows["Next review"][2].startswith("not known here. The calendar leaves open when it comes")


def test_state_that_is_not_reviewed_is_told_so(client):
    page = client.get("/state/XCB/calendar").get_data(as_text=True)
    assert "Sainte-Ormée is not reviewed, or no calendar knows of it." in page
    assert "<table" not in page


def test_name_leads_to_the_code(client):
    for path in ("/state/Vellania/calendar", "/state/xaa/calendar.ics"):
        response = client.get(path)
        assert response.status_code == 301
        assert "/state/XAA/calendar" in response.location
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
