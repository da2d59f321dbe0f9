"""A recommendation as a citation in plain text, ready to copy."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from models.messages.message import Message
from models.messages.names_in_sentences import StateInSentence
from models.records import places
from models.records.discrepancies import discrepancy_in_words
from models.records.documents import SOURCE_NAMES, DocumentKind, address_of_symbol
from models.records.records import (
    Commitment,
    Conflict,
    Discrepancy,
    Observation,
    Place,
    Recommendation,
    Sponsor,
    Wording,
)
from models.reviews.sessions import cycle_of_session
from models.vocabularies.mechanisms import body_names
from search import Record, ReferredComment, cited_position, coder_in_words, conflict_in_words, wording_of
from web.site.language import (
    day,
    gettext,
    language_name,
    listed,
    name_of_state,
    ngettext,
    side_by_side,
    translated,
)
from web.words.editions import edition_shown, words_shown
from web.words.quotations import among_our_words, in_marks
from web.words.review_dates import year_and_session
from web.words.safe_text import number_ranges, visible


def citation(record: Recommendation, state_under_review: str, invented: bool) -> str:
    """Review, paragraph as printed, recommending States, source, and position with its source.

    `state_under_review` is the State's name today.
    """
    lines = [
        review_line(record.session, state_under_review),
        _source(record),
        in_marks(words_shown(record)),
        gettext(": ").join((gettext("Recommending States"), sponsor_names(record))),
        translated(cited_position(record, state_under_review)),
    ]
    return cited_lines(lines, invented)


def citation_line(record: Record, state_under_review: str) -> str:
    """A citation in one line: review, source and, of a recommendation, the recommending States."""
    review = year_and_session(record.session)
    if isinstance(record, Recommendation):
        words = gettext(
            "%(state)s, UPR %(review)s, %(source)s (%(states)s)",
            state=state_under_review,
            review=review,
            source=_source(record),
            states=sponsor_names(record),
        )
    else:
        words = gettext(
            "Voluntary commitment of %(state)s, UPR %(review)s, %(source)s",
            state=state_under_review,
            review=review,
            source=cited_edition(record),
        )
    return visible(words)


def commitment_citation(record: Commitment, state_under_review: str, invented: bool) -> str:
    """Review, kind and source, and the words as printed."""
    source = gettext(": ").join((gettext("Voluntary commitment"), cited_edition(record)))
    review = review_line(record.session, state_under_review)
    return cited_lines([review, source, in_marks(words_shown(record))], invented)


def observation_citation(record: Observation, addressee: str | None, *, invented: bool, is_copy: bool) -> str:
    """Who speaks to whom, the place with its heading, and the words.

    `addressee` is the name of the State or other entity, None for a general comment; `is_copy` where the words are
    those of an export, not of the document.
    """
    source = cited_place(record.place)
    if addressee and record.heading:
        source = gettext("%(source)s, under “%(heading)s”", source=source, heading=among_our_words(record.heading))
    if is_copy:
        source = _words_given_by(source, _on_page(coder_in_words(SOURCE_NAMES[DocumentKind.RIGHTS_INDEX_EXPORT])))
    return cited_lines([_speech(record, addressee), source, in_marks(words_shown(record))], invented)


def _speech(record: Observation, addressee: str | None) -> str:
    """Who speaks to whom, or under which title, and when."""
    committee = committee_names(record.committee)
    if addressee:
        speech = gettext("%(committee)s to %(state)s", committee=committee, state=addressee)
    else:
        speech = side_by_side((committee, among_our_words(record.heading)))
    return side_by_side((speech, day(record.date))) if record.date else speech


def committee_names(codes: str) -> str:
    """The names of committees by their codes with commas between, or that of another body as its source gives it."""
    return listed(list(map(_on_page, body_names(codes))))


def sponsor_name(sponsor: Sponsor) -> StateInSentence:
    """A recommending State: on English pages as the paragraph prints it, else as the page's language names it."""
    return name_of_state(sponsor.state, sponsor.printed)


def sponsor_names(record: Recommendation) -> str:
    """The recommending States with commas between."""
    return side_by_side(map(sponsor_name, record.sponsors)) or gettext("not named in the paragraph")


def review_line(session: int, state_under_review: str) -> str:
    """Which review of a State (by name) it is, as citations begin."""
    return gettext(
        "Universal Periodic Review of %(state)s, Working Group session %(session)s (cycle %(cycle)s)",
        state=state_under_review,
        session=str(session),
        cycle=cycle_of_session(session),
    )


def cited_lines(lines: list[str], invented: bool) -> str:
    """A citation to copy; of a sample, that it is invented stands first."""
    if invented:
        lines = [gettext("Invented sample: no document of the United Nations"), *lines]
    return visible("\n".join(lines))


def cited_place(place: Place) -> str:
    """Symbol, paragraph and page in words ("A/HRC/28/15, paragraph 115.12, page 14")."""
    return _on_page(places.place_in_words(place))


def _on_page(words: str) -> str:
    """Words of the program in the language of the page; a symbol or name as it is."""
    return translated(words) if isinstance(words, Message) else words


def cited_edition(record: Record) -> str:
    """Where the words of a record stand as they are shown."""
    return _with_giver(record, cited_place(place_shown(record)))


def cited_document(record: Record) -> str:
    """The document of a record; where an export gives the words that are shown, that it does."""
    return _with_giver(record, document_name(record.place))


def place_shown(record: Record) -> Place:
    """The place of a record, with the page of the edition whose words are shown."""
    page = edition_shown(record).place.page
    return record.place if page == record.place.page else replace(record.place, page=page)


def address_shown(record: Record) -> str | None:
    """Where the United Nations publishes the edition whose words are shown; the main one where an export gives them."""
    language = record.language if giver_of_words(record) else edition_shown(record).language
    return document_address(record.place, language)


def _with_giver(record: Record, place: str) -> str:
    giver = giver_of_words(record)
    return _words_given_by(place, giver) if giver else place


def _words_given_by(place: str, giver: str) -> str:
    return gettext("; ").join((place, gettext("words as given by %(source)s", source=giver)))


def giver_of_words(record: Record) -> str | None:
    """The export that gives the words that are shown, where the document itself is indexed in other languages alone."""
    giver = edition_shown(record).place.coded_by
    return _on_page(coder_in_words(giver)) if giver and not record.place.coded_by else None


def document_name(place: Place) -> str:
    """The symbol of a document, or the name of a list or table; of a draft, that it is one."""
    return _on_page(places.document_name(place))


def cited_articles(numbers: Sequence[int]) -> str:
    """Articles of one treaty, runs of them as ranges ("arts. 1-3, 7")."""
    return ngettext("art. %(numbers)s", "arts. %(numbers)s", len(numbers), numbers=number_ranges(numbers))


def source_name(symbol: str) -> str:
    """The symbol of a document, or the name of a list or table that has none."""
    return _on_page(places.source_name(symbol))


def record_title(record: Record, state_under_review: str) -> str:
    """What a record is called in headings ("Slovenia, paragraph 115.12, 2014 (session 20)")."""
    session = year_and_session(record.session)
    if not record.place.paragraph:
        return visible(side_by_side((state_under_review, session)))
    title = gettext(
        "%(state)s, paragraph %(paragraph)s, %(session)s",
        state=state_under_review,
        paragraph=record.place.paragraph,
        session=session,
    )
    return visible(title)


def request_found(record: Record) -> str | None:
    """The record's own request, as printed, where its paragraph holds words of others too."""
    request = edition_shown(record).own_request
    return None if request is None else visible(request)


def document_address(place: Place, language: str = "en") -> str | None:
    """Where the United Nations publishes a document in a language; None for a source that has no symbol."""
    return address_of_symbol(place.symbol, language)


def site_of(address: str) -> str:
    """The site that an address leads to, for links that say where they go."""
    return urlsplit(address).netloc


def _source(record: Recommendation) -> str:
    """Where the words stand; a table is not quoted as if it were the report."""
    place, printed = record.place, record.printed_number
    if place.paragraph is None:
        return gettext("%(source)s, report not indexed", source=source_name(place.symbol))
    # "1." in the list under paragraph 111 of a report of the first cycle
    if printed and printed.rstrip(".") != place.paragraph:
        return gettext("%(source)s (printed as “%(number)s”)", source=cited_edition(record), number=printed)
    return cited_edition(record)


def wordings_in_words(record: Record) -> str | None:
    """What its document says in languages other than the one shown, with where it stands; one language a line."""
    return "\n".join(map(_wording_in_words, edition_shown(record).further)) or None


def _wording_in_words(wording: Wording) -> str:
    words = gettext(": ").join((language_name(wording.language), in_marks(wording_of(wording))))
    return f"{words} ({cited_place(wording.place)})"


def why_to_check(record: Recommendation) -> str | None:
    """What makes the position less sure: what documents count and was not read, and what another file of a document
    says; one sentence a line."""
    others = (_in_other_file(conflict) for conflict in record.conflicts if conflict.file)
    return "\n".join((*map(discrepancy_words, record.discrepancies), *others)) or None


def _in_other_file(conflict: Conflict) -> str:
    return visible(translated(conflict_in_words(conflict)))


def discrepancy_words(discrepancy: Discrepancy) -> str:
    """Where a count stands, and what was read, in the language of the page."""
    return translated(discrepancy_in_words(discrepancy))


def referred_in_words(referred: ReferredComment) -> str:
    """A comment that another refers to: what it is on, its words, and where they stand."""
    comment = gettext("“%(words)s”", words=among_our_words(referred.comment))
    where = f" ({cited_place(referred.place)})" if referred.place else ""
    return visible(f"{words_referring(referred)} {comment}{where}")


def words_referring(referred: ReferredComment) -> str:
    """What leads from a comment to one that it refers to: what that is on."""
    return ngettext(
        "Comment on paragraph %(paragraphs)s, to which it refers:",
        "Comment on paragraphs %(paragraphs)s, to which it refers:",
        len(referred.paragraphs),
        paragraphs=side_by_side(referred.paragraphs),
    )
