"""Several files with one symbol: which of them is used, and what becomes of the others.

A symbol names one document, in each of its languages. Files that say the same count once. Of files that differ the
fullest is used, whenever it was given: a bad copy or a forged one never takes the place of a fuller file. The others
are kept as *copies*: nothing of theirs becomes a record, but what they answer otherwise is a conflict
(indexer/merge/answers_of_copies.py). Drafts of a report are no copies of it: the final report replaces them, and a
later draft an earlier one (indexer/merge/drafts.py). A file that is given again under its name and holds no fewer
numbers counts as it is now: what an earlier run read of it is forgotten. But for that, the choice is a pure function of
what the files hold.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.merge.drafts import review_of_report
from indexer.merge.thresholds import WHOLE_DRAFT
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, address_of_symbol
from models.records.enums import Position
from models.records.records import Response
from models.texts.words import ENGLISH


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that was read, without its records."""

    digest: str
    name: str
    identity: DocumentIdentity
    given_now: bool
    """False for one that an earlier run indexed."""

    @property
    def document(self) -> str:
        """What all files of one document have in common; all drafts of one report are one."""
        if self.identity.is_draft:
            return f"draft of {review_of_report(self.identity)}"
        rules = self.identity.kind.rules
        is_answer_without_symbol = rules.authority and not address_of_symbol(self.identity.symbol)
        if not rules.has_own_symbol or is_answer_without_symbol:
            return self.digest
        symbol, language = self.identity.symbol, self.identity.language
        return f"{symbol} {language}" if rules.is_joined_in_languages else symbol

    @property
    def date(self) -> str:
        """ISO 8601, "" where it is not known."""
        return self.identity.date.isoformat() if self.identity.date else ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file says, number by number, without where it stands there."""

    said: Mapping[str, frozenset[str]]
    """By number of a recommendation or paragraph, with the report where it answers one: everything said on it."""
    positions: Mapping[str, Position]
    """The numbers that it answers; noted where it answers one in two ways."""

    @property
    def completeness(self) -> tuple[int, int]:
        """How many numbers it holds, then how much is said on them: comments, parts, answers."""
        return len(self.said), sum(map(len, self.said.values()))


def contents_of(extracts: Iterable[DocumentExtract]) -> Contents:
    """What a file holds, whole or in the extracts of its subjects."""
    said: dict[str, set[str]] = {}
    positions: dict[str, set[Position]] = {}
    for extract in extracts:
        for number, words in _said(extract):
            said.setdefault(number, set()).add(words)
        for number, position in _positions(extract):
            positions.setdefault(number, set()).add(position)
    return Contents(
        {number: frozenset(words) for number, words in said.items()},
        {number: found.pop() if len(found) == 1 else Position.NOTED for number, found in positions.items()},
    )


def _said(extract: DocumentExtract) -> Iterator[tuple[str, str]]:
    for record in extract.recommendations:
        states = " ".join(sponsor.state for sponsor in record.sponsors)
        yield record.place.paragraph or "", f"{record.text} {states} {record.interim_position}"
    for response in extract.answers.responses:
        words = response.part, response.position, response.position_words, response.comment
        yield _answered(response), " ".join(map(str, words))
    for correction in extract.corrections:
        yield f"correction {correction.place.paragraph}", f"{correction.instead_of} → {correction.words}"
    for commitment in extract.commitments:
        yield f"commitment {commitment.place.paragraph}-{commitment.order}", commitment.text
    for pledge in extract.answers.pledges:
        yield f"commitment {pledge.report} {pledge.commitment.place.paragraph}", pledge.commitment.text
    for observation in extract.observations:
        yield observation.place.paragraph or "", observation.text
    for paragraph in extract.reported:
        yield paragraph.place.paragraph or "", paragraph.text


def _positions(extract: DocumentExtract) -> Iterator[tuple[str, Position]]:
    for record in extract.recommendations:
        if record.interim_position is not Position.UNKNOWN:
            yield record.place.paragraph or "", record.interim_position
    for response in extract.answers.responses:
        if response.position is not None:
            yield _answered(response), response.position


def _answered(response: Response) -> str:
    """A report of a Council session answers those of some fifteen reports, with the same numbers."""
    return f"{response.report} {response.answers}"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that has the symbol of a document in use and says something else."""

    file: Candidate
    used: Candidate
    contents: Contents
    contents_used: Contents

    @property
    def counts(self) -> dict[str, str]:
        """How many numbers differ, of these how many in the position, and how many either file has alone."""
        said, used = self.contents.said, self.contents_used.said
        positions, positions_used = self.contents.positions, self.contents_used.positions
        counts = {
            "differing": sum(said[number] != used[number] for number in said.keys() & used),
            "positions": sum(
                positions[number] is not positions_used[number] for number in positions.keys() & positions_used
            ),
            "alone": len(said.keys() - used),
            "alone_used": len(used.keys() - said),
        }
        return {what: str(count) for what, count in counts.items()}


@dataclass(frozen=True, slots=True)
class Choice:
    """The files of all documents."""

    used: tuple[Candidate, ...]
    copies: tuple[Copy, ...] = ()
    """Files with the symbol of one of these that say something else."""
    left_out: tuple[SkippedFile, ...] = ()
    """Those of which nothing is kept, each with its reason."""
    replaced: tuple[Copy, ...] = ()
    """Drafts that a later one or the final report replaces."""
    overwritten: tuple[Copy, ...] = ()
    """Files of earlier runs in whose place another one of the same name was given."""

    @property
    def used_instead(self) -> dict[str, str]:
        """Digest of a copy or a replaced draft → name of the file that is used."""
        return {copy.file.digest: copy.used.name for copy in (*self.copies, *self.replaced)}


def choose_documents(candidates: Iterable[Candidate], today: date, contents: Callable[[str], Contents]) -> Choice:
    """The files to use, the copies to keep beside them, and those of which nothing is kept.

    Args:
        candidates: in any order.
        today: a document of a later day is refused.
        contents: what the file of a digest holds; asked only where several have one symbol.
    """
    files: dict[str, list[Candidate]] = {}
    left_out: list[SkippedFile] = []
    for candidate in candidates:
        if candidate.identity.date and candidate.identity.date > today:
            left_out.append(_of_the_future(candidate))
        else:
            files.setdefault(candidate.document, []).append(candidate)
    overwritten: dict[Candidate, Candidate] = {}
    used, differing = [], []
    for of_document in files.values():
        in_its_place = _overwritten(of_document, contents)
        overwritten |= in_its_place
        best, *others = _best_first([file for file in of_document if file not in in_its_place], contents)
        used.append(best)
        for other, first in _with_first_alike(best, others, contents):
            if first is None:
                differing.append((other, best))
            else:
                left_out.append(_alike(other, first))
    replaced = {draft: final for draft in used if (final := _final_of(draft, used))}
    differing += [(draft, draft) for draft in replaced]
    copies = [
        Copy(file, of, contents(file.digest), contents(of.digest))
        for file, of in ((file, replaced.get(of, of)) for file, of in differing)
    ]
    return Choice(
        used=tuple(file for file in used if file not in replaced),
        copies=tuple(copy for copy in copies if not copy.file.identity.is_draft),
        left_out=tuple(left_out),
        replaced=tuple(copy for copy in copies if copy.file.identity.is_draft),
        overwritten=tuple(
            Copy(file, by, contents(file.digest), contents(by.digest))
            for file, by in overwritten.items()
            if not _say_the_same(file, by, contents)
        ),
    )


def _overwritten(files: Sequence[Candidate], contents: Callable[[str], Contents]) -> dict[Candidate, Candidate]:
    """Files of earlier runs that are another now: who corrects a file under its name means the file as it is now.

    One that holds fewer numbers takes nobody's place, for it may be a part. Drafts stay: which of their numbers became
    which is kept.
    """
    if len(files) == 1 or files[0].identity.is_draft:
        return {}
    given = {(file.name, file.identity.language): file for file in files if file.given_now}
    pairs = ((file, given.get((file.name, file.identity.language))) for file in files if not file.given_now)
    return {file: by for file, by in pairs if by and len(contents(by.digest).said) >= len(contents(file.digest).said)}


def _final_of(draft: Candidate, used: Iterable[Candidate]) -> Candidate | None:
    """The report that replaces a draft, in English where it is there in English; None for what is no draft."""
    if not draft.identity.is_draft:
        return None
    review = review_of_report(draft.identity)
    finals = [file for file in used if not file.identity.is_draft and review_of_report(file.identity) == review]
    return min(finals, key=lambda file: (file.identity.language != ENGLISH, file.identity.symbol), default=None)


def _best_first(files: Sequence[Candidate], contents: Callable[[str], Contents]) -> list[Candidate]:
    if len(files) == 1:
        return list(files)
    return _latest_draft_first(files, contents) if files[0].identity.is_draft else _fullest_first(files, contents)


def _latest_draft_first(files: Sequence[Candidate], contents: Callable[[str], Contents]) -> list[Candidate]:
    """The latest, then files as they are now, then the fullest; before those come none that hold a part alone."""
    most = max(contents(file.digest).completeness[0] for file in files)
    given = {file.name for file in files if file.given_now}

    def rank(file: Candidate) -> tuple[bool, str, bool, tuple[int, int], str]:
        completeness = contents(file.digest).completeness
        is_as_it_is_now = file.given_now or file.name not in given
        return completeness[0] >= WHOLE_DRAFT * most, _day_of_draft(file), is_as_it_is_now, completeness, file.digest

    return sorted(files, key=rank, reverse=True)


def _day_of_draft(file: Candidate) -> str:
    """ISO 8601, "" where nothing says it."""
    draft = file.identity.draft
    return draft.date.isoformat() if draft and draft.date else ""


def _fullest_first(files: Sequence[Candidate], contents: Callable[[str], Contents]) -> list[Candidate]:
    """The fullest, then the one of the latest date, then the English one; the digest makes it repeatable."""

    def rank(file: Candidate) -> tuple[tuple[int, int], str, bool, str]:
        return contents(file.digest).completeness, file.date, file.identity.language == ENGLISH, file.digest

    return sorted(files, key=rank, reverse=True)


def _with_first_alike(
    best: Candidate, others: Iterable[Candidate], contents: Callable[[str], Contents]
) -> Iterator[tuple[Candidate, Candidate | None]]:
    """Each of the others with the better file that says the same; None where none does."""
    distinct = [best]
    for other in others:
        first = next((file for file in distinct if _say_the_same(file, other, contents)), None)
        if first is None:
            distinct.append(other)
        yield other, first


def _say_the_same(file: Candidate, other: Candidate, contents: Callable[[str], Contents]) -> bool:
    """Whether two files of one document hold the same; of two languages, the same numbers and answers."""
    first, second = contents(file.digest), contents(other.digest)
    if file.identity.language == other.identity.language:
        return first.said == second.said
    return first.said.keys() == second.said.keys() and first.positions == second.positions


def _of_the_future(file: Candidate) -> SkippedFile:
    reason = saying(
        "%(named)s bears the date %(date)s, which is still to come, and is not used: check where it is "
        "from, and get the document from the UN.",
        named=_named(file),
        date=str(file.date),
    )
    return SkippedFile(file.name, file.digest, reason)


def _alike(file: Candidate, used: Candidate) -> SkippedFile:
    reason = saying("%(name)s adds nothing to %(other)s, which is used instead.", name=file.name, other=used.name)
    return SkippedFile(file.name, file.digest, reason)


def _named(file: Candidate) -> str:
    """Its name, its symbol, and the code of the State that it is about."""
    return f"{file.name} ({', '.join(filter(None, (file.identity.symbol, file.identity.state_under_review)))})"


def overwritten_in_words(copy: Copy) -> str:
    """That a file counts as it is now, and in what it differs from what an earlier run read."""
    return saying(
        "%(named)s is another file than when it was indexed before, and counts as it is now: %(differing)s numbers say "
        "something else (%(positions)s another position), %(alone)s are gone, %(alone_used)s new. If you did not "
        "change it, compare it with the UN's.",
        named=_named(copy.file),
        **copy.counts,
    )


def copy_in_words(copy: Copy) -> str:
    """In what a copy differs from the file that is used, why that is used, and what to do."""
    return saying(
        "%(named)s and %(used)s have one symbol and differ: %(differing)s numbers say something else (%(positions)s "
        "another position), %(alone)s are in the first alone, %(alone_used)s in the second. The second is used: it is "
        "the fuller, or as full and no older. What the first answers otherwise is kept as conflicts. Compare both with "
        "the UN's; take out the one that is not, and index again with --fresh.",
        named=_named(copy.file),
        used=copy.used.name,
        **copy.counts,
    )
