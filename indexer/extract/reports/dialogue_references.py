"""Recommendations that the conclusions state only by reference to paragraphs of the dialogue.

Reports of the first sessions say "the recommendations noted in paragraphs 27 (b) and (c), 31 and 38 did not enjoy
the support of …". The words stand in the paragraph named; the recommending State is the one whose statement it reports.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.fuzz import token_set_ratio

from indexer.extract.grammar.split_requests import without_lead_in
from indexer.extract.grammar.sponsors import find_speaker, find_speaker_within
from indexer.extract.grammar.words_of_requests import (
    are_verbs,
    begins_as_noun,
    begins_object,
    ends_open,
    is_act,
    is_request_verb,
    last_token,
    leading_word,
)
from indexer.extract.reports.interim_positions import interim_position
from indexer.extract.reports.segment import NumberedParagraph
from indexer.extract.thresholds import PARTS_OF_REFERENCE, SAME_REQUEST
from indexer.text.lettered_parts import lettered_parts
from indexer.text.lines import join_lines
from indexer.text.recommendation_numbers import numbers_named
from models.languages.read_languages import BARE_VERBS, ENGLISH, any_language
from models.languages.words import DialogueWords
from models.numbers.number_lists import NumberReference
from models.records.documents import DocumentIdentity
from models.records.enums import Position
from models.records.records import Place, Recommendation
from models.reviews.states import StateTable
from models.texts.sentences import sentence_spans, sentences_of

_LETTER = re.compile(r"\(?\w{1,4}\)\s*$")
_LETTER_WITHIN = re.compile(r"(?<!\w)\(?[a-z]{1,4}\)\s")
_OF_RECOMMENDATIONS = re.compile(rf"\b{any_language(lambda words: words.layout.recommendation)}\b", re.I)


def referred_recommendations(
    paragraphs: Sequence[NumberedParagraph],
    identity: DocumentIdentity,
    states: StateTable,
    dialogue_words: DialogueWords | None,
) -> list[Recommendation]:
    """One record for each recommendation that a paragraph of the conclusions refers to, each once; none in a language
    whose words for it are not known."""
    if dialogue_words is None:
        return []
    reader = _DialogueReader(dialogue_words, states)
    dialogue = {paragraph.paragraph: paragraph for paragraph in paragraphs if not paragraph.in_conclusions}
    records: dict[str, Recommendation] = {}
    for paragraph in paragraphs:
        if not paragraph.in_conclusions or paragraph.item is not None:
            continue
        source = Place(identity.symbol, str(paragraph.paragraph), paragraph.page)
        for position, reference in reader.answered_references(join_lines(paragraph.lines)):
            referred_to = dialogue.get(int(reference.item))
            if referred_to:
                for record in reader.records(referred_to, reference, position, source, identity):
                    records.setdefault(record.id, record)
    return list(records.values())


class _DialogueReader:
    """Reads the recommendations that sentences of the conclusions point to, in one language."""

    def __init__(self, words: DialogueWords, states: StateTable) -> None:
        self._words = words
        self._states = states

    def answered_references(self, words: str) -> Iterator[tuple[Position, NumberReference]]:
        """The dialogue paragraphs that a sentence with an answer names."""
        for sentence in _sentences(words):
            position = interim_position(sentence)
            if position is None or not _OF_RECOMMENDATIONS.search(sentence):
                continue
            references = filter(_is_of_dialogue, numbers_named(sentence).references)
            for reference in self._with_shared_note(list(references)):
                yield position, reference

    def _with_shared_note(self, references: Sequence[NumberReference]) -> list[NumberReference]:
        """ "paragraphs 10, 15 and 39 (the ratification of …)": the words in parentheses describe all three."""
        shared, result = "", []
        for reference in reversed(references):
            is_of_this_alone = bool(reference.sub) or self._words.sentence in reference.note
            if is_of_this_alone:
                shared = ""
            else:
                shared = reference.note or shared
                reference = replace(reference, note=shared)
            result.append(reference)
        return result[::-1]

    def records(
        self,
        paragraph: NumberedParagraph,
        reference: NumberReference,
        position: Position,
        source: Place,
        identity: DocumentIdentity,
    ) -> Iterator[Recommendation]:
        quoted = join_lines(paragraph.lines)
        first = find_speaker(quoted, self._states)
        speaker = first[0] if first else find_speaker_within(quoted, self._states, self._words)
        clauses: Counter[str] = Counter()
        for sub, request in self._requests(quoted, reference):
            clauses[sub] += 1
            yield Recommendation(
                state_under_review=identity.state_under_review or "",
                session=identity.session or 0,
                place=Place(identity.symbol, f"{paragraph.paragraph}{sub}", paragraph.page),
                printed_number="",
                clause=clauses[sub],
                text=request,
                quoted=quoted,
                composed=False,
                sponsors=(speaker,) if speaker else (),
                interim_position=position,
                position=position,
                position_source=source,
            )

    def _requests(self, words: str, reference: NumberReference) -> list[tuple[str, str]]:
        """(sub-paragraph, request) at the reference: its lettered part, else all parts, else all reported requests."""
        part, verb, acts = words, "", ""
        for letter in re.findall(r"\((\w+)\)", reference.sub):
            verb = self._governing_verb(part, letter) or verb
            acts = _acts_before_letters(part)
            part = lettered_parts(part).get(letter, "")
        if reference.sub or lettered_parts(part):
            lettered = self._unfolded(part, reference.sub, verb, acts)
            return [(sub, self._clean(text, by, shared, words)) for sub, text, by, shared in lettered if text]
        reported = [self._clean(request, "", "", words) for request in self._reported_requests(part, reference.note)]
        return [("", request) for request in self._described(reported, reference.note)]

    def _unfolded(self, part: str, sub: str, verb: str, acts: str) -> Iterator[tuple[str, str, str, str]]:
        """(sub-paragraph, words, verb that reports them, acts they share) of a part, or of those that it is made of."""
        parts = lettered_parts(part)
        if len(parts) < PARTS_OF_REFERENCE and (sub or not parts):
            yield sub, part, verb, acts
            return
        for letter, words in parts.items():
            verb = self._governing_verb(part, letter) or verb
            yield from self._unfolded(words, f"{sub}({letter})", verb, _acts_before_letters(part))

    def _governing_verb(self, words: str, letter: str) -> str:
        """The verb that reports the part ("recommended (a) the adoption of …")."""
        parts = lettered_parts(words)
        before = words[: words.find(parts[letter])] if letter in parts else ""
        verbs = [match[1] for match in self._words.recommended.finditer(before)]
        return verbs[-1] if verbs else ""

    def _described(self, requests: list[str], description: str) -> list[str]:
        """Of several requests in a paragraph, the one that the reference describes."""
        if len(requests) < PARTS_OF_REFERENCE or not description or self._words.sentence in description:
            return requests
        best = max(requests, key=lambda request: token_set_ratio(request, description))
        return [best] if token_set_ratio(best, description) >= SAME_REQUEST else []

    def _reported_requests(self, words: str, note: str) -> list[str]:
        """What follows each "recommended that"."""
        sentences = _sentences(words)
        if self._words.last_sentence in note:
            sentences = sentences[-1:]
        requests = [request for sentence in sentences for request in self._cut_at_verbs(sentence)]
        states = self._states
        return [request for request in requests if len(without_lead_in(request, states).split()) > PARTS_OF_REFERENCE]

    def _cut_at_verbs(self, sentence: str) -> Iterator[str]:
        """What each "recommended that" of a sentence leads to."""
        starts = [match.start() for match in self._words.recommended.finditer(sentence)]
        for begin, end in pairwise([*starts, len(sentence)]):
            yield sentence[begin:end]

    def _clean(self, part: str, verb: str, acts: str, paragraph: str) -> str:
        """One request: to the end of its sentence, without what joins it to the next; a noun with its lead-in."""
        request = self._words.joining.sub("", _sentences(part)[0].rstrip(".?!"))
        request = self._words.dangling.sub("", self._words.next_statement.sub("", request).strip())
        has_verb = is_request_verb(leading_word(request)) or BARE_VERBS.reports.match(request)
        if ends_open(request):
            return _sentence_at(paragraph, paragraph.find(part.strip()), len(paragraph))
        if acts and begins_object(request) and not has_verb:
            return f"{acts} {request}"
        if has_verb or not verb:
            return without_lead_in(request, self._states)
        return self._with_lead_in(request, paragraph)

    def _with_lead_in(self, request: str, paragraph: str) -> str:
        """A part that begins with no act, behind the words that lead to all parts; else their sentence up to it.

        "recommended (a) … and (b) the painting of bridges" leads to a noun, "recommended that (a) bridges be painted"
        to a clause; "recommended that Vellania (a) sign the Lake and (b) the River Convention" not to (b) alone. What
        has its own "should" or, where the parts are infinitives, its own ", to adopt …" needs no lead-in.
        """
        place = paragraph.find(request)
        verb = list(self._words.recommended.finditer(paragraph, 0, place))[-1]
        lead_in, *parts_before = map(str.strip, _LETTER_WITHIN.split(paragraph[verb.start(1) : place]))
        before = _LETTER.sub("", paragraph[:place])
        goes_on = ends_open(before) and not before.rstrip().endswith(ENGLISH.layout.last_joining)
        takes_noun = len(lead_in.split()) == 1 or lead_in.endswith(tuple(BARE_VERBS.clause_words))
        is_clause = next(iter(request.split()), "") in BARE_VERBS.of_complement
        if goes_on or is_clause or (begins_as_noun(request) and not takes_noun):
            are_infinitives = any(map(BARE_VERBS.infinitive.match, parts_before))
            is_whole = BARE_VERBS.own_modal.search(request) or (are_infinitives and _has_infinitive(request))
            whole = request if is_whole and not goes_on else ""
            return whole or _sentence_at(paragraph, place, place + len(request))
        return without_lead_in(f"{lead_in} {request}", self._states)


def _sentences(words: str) -> list[str]:
    return sentences_of(words, at_semicolons=False)


def _sentence_at(paragraph: str, place: int, end: int) -> str:
    """The sentence at a place, as printed, and no further than to `end`."""
    spans = sentence_spans(paragraph, at_semicolons=False)
    begin, end_of_sentence = next((span for span in reversed(spans) if span[0] <= place), spans[0])
    return paragraph[begin : min(end_of_sentence, end)].strip(" ;,.")


def _acts_before_letters(part: str) -> str:
    """The acts that lead to the objects of a list ("sign and ratify (i) … (ii) …"), "" where other words do."""
    before = _LETTER.sub("", part[: part.find(next(iter(lettered_parts(part).values()), ""))]).strip(" :")
    return before if before and are_verbs(before) and is_act(last_token(before)) else ""


def _has_infinitive(words: str) -> bool:
    """Whether a clause leads to "…, to adopt …"."""
    behind_commas = map(BARE_VERBS.infinitive.match, words.split(", ")[1:])
    return any(is_request_verb(infinitive[1]) for infinitive in behind_commas if infinitive)


def _is_of_dialogue(reference: NumberReference) -> bool:
    """Whether a paragraph is named; "paragraph 63.1" is an item of a list."""
    return reference.cue == "paragraph" and reference.intro is None
