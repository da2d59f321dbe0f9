"""What every template may use: filters, controlled words, tests."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from jinja2 import FileSystemLoader
from markupsafe import Markup

from models.plans.plan import VALUE_WORDS
from models.records.documents import address_of_symbol, pre_session_symbols
from models.records.drafts import draft_in_words, draft_name
from models.records.enums import Position
from models.records.records import Commitment, Recommendation
from models.reviews.sessions import cycle_of_session
from models.vocabularies.crosswalk import issue_slug
from search import (
    ASKS_THE_SAME_LATER,
    BASIS_WORDS,
    HOW_KNOWN_WORDS,
    NOTED_BY_TABLE,
    PARTNER_KIND_WORDS,
    POSITION_IN_SENTENCE,
    POSITION_MEANINGS,
    POSITION_WORDS,
    READ_BOTH,
    READ_LANGUAGES,
    THREAD_WORDS,
    Hit,
    Record,
    answer_heading,
    by_badge,
    coder_of,
    coding,
    coding_note,
    command_for,
    comments_on,
    compared_after,
    cycles_of,
    event_title,
    no_comment,
    nothing_found,
    nothing_similar,
    position_badge,
    position_in_words,
    position_meaning,
    position_of,
    position_recorded_in,
    qualified_support,
    qualifying_formula,
    similar_found,
    skipped_between,
    summary_in_words,
    unanswered_requests,
    year_and_session_of,
)
from web.plans.kept_plans import keeps_plans
from web.records.titles import (
    exact_place,
    recommending_in_short,
    shortened,
    sponsors_in,
    state_and_year,
)
from web.results.chosen_records import choice_anchor, is_chosen, not_chosen, record_address
from web.results.files import DOWNLOADS
from web.results.keyword_examples import field_examples, keyword_examples
from web.results.kind_words import KINDS
from web.results.presentation import PER_PAGE
from web.site.chosen_list import chosen_list
from web.site.index_check import is_unchecked
from web.site.language import (
    by_name_of_language,
    day,
    decimal,
    filled,
    language_name,
    number,
    page_language,
    percent,
    prepare_language,
    signed,
    translated,
)
from web.site.language_links import language_links
from web.site.own_forms import form_token
from web.site.punctuation import Punctuation
from web.site.served_index import (
    codings_of,
    codings_on,
    coverage_on,
    cycles_indexed,
    index_built,
    is_sample,
    known_states,
    name_of,
    others_indexed,
    rights_index_as_of,
    settings,
    state_name,
    vectors_being_made,
)
from web.states.issue_pages import known_issue_slug
from web.states.partners import has_name_in_language, partner_name, source_date, translated_source
from web.states.position_bars import (
    group_filters,
    group_name,
    occurring,
)
from web.words.calendar_words import answer_due, event_when
from web.words.citation import (
    citation_line,
    cited_articles,
    cited_edition,
    cited_place,
    committee_names,
    discrepancy_words,
    document_address,
    giver_of_words,
    place_shown,
    record_title,
    request_found,
    source_name,
    sponsor_name,
    why_to_check,
)
from web.words.coverage import left_out_in_words, superseded_in_words, what_else_is_missing
from web.words.editions import edition_shown, request_shown
from web.words.page_words import (
    ACTION_WORDS,
    CONFIDENCE_WORDS,
    DOCUMENT_KINDS,
    LABEL_SCHEMES,
    LABELLED_BY,
    LAYOUT_WORDS,
    MECHANISMS,
    OBSERVATION_KINDS,
    RATIFICATION_WORDS,
    REPORT_FORMS,
    SORT_WORDS,
    STRENGTH_WORDS,
    WHY_TO_CHECK_POSITIONS,
    kind_of_document,
)
from web.words.progress_words import REPORT_TITLES
from web.words.record_in_short import record_language
from web.words.sessions import (
    month_and_session,
    review_in_words,
    year,
    year_and_session,
)
from web.words.text import (
    Folded,
    direction,
    folded,
    folded_text,
    isolated,
    marked,
    note_marked,
    number_ranges,
    of_a_document,
    quoted,
    spans_of_words,
    visible,
)

TEMPLATES = sorted(Path(__file__).parent.glob("*/templates"))
"""Each feature's beside its code; a name is there once, so that none need say whose it is."""


def prepare_templates(app: Flask) -> None:
    """The filters and words that every template may use, in the language of the page."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_loader = FileSystemLoader(TEMPLATES)
    prepare_language(app)
    app.jinja_env.add_extension(Punctuation)
    app.jinja_env.filters.update(
        address=document_address,
        address_of_symbol=address_of_symbol,
        articles=cited_articles,
        committee=committee_names,
        command_for=command_for,
        cycle=cycle_of_session,
        day=_day,
        decimal=decimal,
        event_title=event_title,
        answer_due=answer_due,
        event_when=event_when,
        direction=direction,
        discrepancy=discrepancy_words,
        filled=filled,
        isolated=isolated,
        issue_slug=known_issue_slug,
        coding=coding,
        citation_line=_citation_line,
        by_badge=by_badge,
        by_name_of_language=by_name_of_language,
        language_name=language_name,
        language_of_words=record_language,
        marked=_marked,
        what_else_is_missing=what_else_is_missing,
        folded_hit=_folded_hit,
        folded_text=folded_text,
        shortened=shortened,
        state_and_year=lambda record: state_and_year(record, state_name),
        exact_place=exact_place,
        recommending=lambda hit: recommending_in_short(hit.recommending_states, state_name),
        year=year,
        year_and_session_of=year_and_session_of,
        name_of=name_of,
        nothing_found=lambda answer: nothing_found(answer, state_name(answer.own_state)),
        number=number,
        has_name_in_language=has_name_in_language,
        note_marked=note_marked,
        of_a_document=of_a_document,
        partner_name=partner_name,
        percent=percent,
        quoted=quoted,
        place=cited_place,
        edition=edition_shown,
        cited_edition=cited_edition,
        giver_of_words=giver_of_words,
        place_shown=place_shown,
        draft_in_words=draft_in_words,
        draft_name=draft_name,
        coder_of=coder_of,
        comments_on=comments_on,
        position=Position,
        position_in_words=lambda record: position_in_words(record, quoting=False),
        position_of=position_of,
        position_recorded_in=position_recorded_in,
        position_badge=lambda record: position_badge(record).words,
        qualified_support=qualified_support,
        qualifying_formula=qualifying_formula,
        record_address=record_address,
        ranges=number_ranges,
        request=request_shown,
        request_found=request_found,
        site_of=lambda address: urlsplit(address).netloc,
        signed=signed,
        skipped_between=skipped_between,
        slug=issue_slug,
        source=source_name,
        source_date=source_date,
        sponsor_name=sponsor_name,
        state_name=state_name,
        superseded_in_words=superseded_in_words,
        unanswered_requests=unanswered_requests,
        title_of=lambda record: record_title(record, state_name(record.state_under_review)),
        translated=translated,
        translated_source=translated_source,
        visible=visible,
        why_to_check=why_to_check,
    )
    app.jinja_env.globals.update(
        page_language=page_language,
        language_links=language_links,
        answer_heading=answer_heading,
        coding_note=coding_note,
        codings_on=codings_on,
        codings_of=codings_of,
        coverage_on=coverage_on,
        cycles_indexed=cycles_indexed,
        known_states=known_states,
        left_out=left_out_in_words,
        compared_after=compared_after,
        per_page_choices=lambda: sorted({settings().results_per_page, *PER_PAGE}),
        sort_words=SORT_WORDS,
        basis_words=BASIS_WORDS,
        partner_kind_words=PARTNER_KIND_WORDS,
        layout_words=LAYOUT_WORDS,
        usual_per_page=lambda: settings().results_per_page,
        position_words=POSITION_WORDS,
        position_in_sentence=POSITION_IN_SENTENCE,
        month_and_session=month_and_session,
        review_in_words=review_in_words,
        year=year,
        year_and_session=year_and_session,
        position_meaning=position_meaning,
        position_meanings=POSITION_MEANINGS,
        coded_as_noted=NOTED_BY_TABLE,
        ratification_words=RATIFICATION_WORDS,
        strength_words=STRENGTH_WORDS,
        confidence_words=CONFIDENCE_WORDS,
        why_to_check_positions=WHY_TO_CHECK_POSITIONS,
        thread_words=THREAD_WORDS,
        read_both=READ_BOTH,
        asks_the_same_later=ASKS_THE_SAME_LATER,
        similar_found=similar_found,
        no_comment=no_comment,
        nothing_similar=nothing_similar,
        summary_in_words=summary_in_words,
        value_words=VALUE_WORDS,
        keeps_plans=keeps_plans,
        visitors_list=chosen_list,
        own_form_token=lambda: form_token(chosen_list().key),
        is_chosen=is_chosen,
        not_chosen=not_chosen,
        choice_anchor=choice_anchor,
        index_built=index_built,
        rights_index_as_of=rights_index_as_of,
        pre_session_symbols=pre_session_symbols,
        today=date.today,
        is_sample=is_sample,
        is_unchecked=is_unchecked,
        vectors_being_made=vectors_being_made,
        others_indexed=others_indexed,
        keyword_examples=keyword_examples,
        field_examples=field_examples,
        keep_minutes=lambda: settings().keep_minutes,
        most_in_files={extension: kind.most_entries for extension, kind in DOWNLOADS.items()},
        how_known_words=HOW_KNOWN_WORDS,
        document_kinds=DOCUMENT_KINDS,
        kind_of_document=kind_of_document,
        issue_languages=READ_LANGUAGES,
        kind_words=KINDS,
        label_schemes=LABEL_SCHEMES,
        labelled_by=LABELLED_BY,
        observation_kinds=OBSERVATION_KINDS,
        mechanisms=MECHANISMS,
        report_forms=REPORT_FORMS,
        report_titles=REPORT_TITLES,
        action_words=ACTION_WORDS,
        group_filters=group_filters,
        cycles_of=cycles_of,
        occurring=occurring,
        group_name=group_name,
    )
    app.jinja_env.tests["known_issue"] = lambda label: known_issue_slug(label) is not None
    app.jinja_env.tests["commitment"] = lambda record: isinstance(record, Commitment)


def _day(when: date | str) -> str:
    """A day, given as such or in ISO 8601."""
    return day(date.fromisoformat(when) if isinstance(when, str) else when)


def _marked(record: Record) -> Markup:
    edition = edition_shown(record)
    return marked(edition.quoted, [edition.request])


def _citation_line(hit: Hit) -> str:
    """What a card is cited by: a paragraph of several requests by the States of all that stand in it."""
    record = hit.record
    if isinstance(record, Recommendation) and hit.requests:
        record = replace(record, sponsors=sponsors_in(hit.requests))
    return citation_line(record, state_name(record.state_under_review))


def _folded_hit(hit: Hit) -> Folded:
    """The paragraph of a hit, with all the requests that stand in its line if it is a card of several."""
    hits = hit.requests or (hit,)
    editions = [edition_shown(each.record) for each in hits]
    quoted, is_main = editions[0].quoted, editions[0].language == hit.record.language
    highlights = {
        span for each in hits for span in (each.highlights if is_main else spans_of_words(quoted, each.words_in_common))
    }
    return folded(quoted, [edition.request for edition in editions], sorted(highlights))
