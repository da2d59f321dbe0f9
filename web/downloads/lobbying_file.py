"""What a file of States to approach holds, whatever its kind."""

from dataclasses import dataclass
from datetime import date

from models.records.records import Recommendation
from search import EvidencePage, LobbyingList, LobbyingQuestion, LobbyingTarget, perhaps_on_issue
from web.downloads.result_file import running_head
from web.site.language import Counted, gettext, side_by_side, translated
from web.site.served_index import name_of
from web.words.lobbying_words import BACK_TEST, searched

FOUND = {
    True: Counted(
        "State under review: %(state)s. %(count)s recommendation on the issue was found, %(here)s of them to it.",
        "State under review: %(state)s. %(count)s recommendations on the issue were found, %(here)s of them to it.",
    ),
    False: Counted(
        "State under review: %(state)s. %(count)s recommendation was found that may be on the issue.",
        "State under review: %(state)s. %(count)s recommendations were found that may be on the issue.",
    ),
}
"""By whether what was found is on the issue probably or surely."""


@dataclass(frozen=True, slots=True)
class LobbyingFile:
    """A list on the way into a file."""

    listed: LobbyingList
    received: EvidencePage
    """The recommendations on the issue to the State under review."""
    with_question: bool
    """Whether the user asked for the issue to stand in the file."""
    built: date
    """The day on which the index was built."""
    not_indexed: tuple[str, ...] = ()
    """Sentences on the reviews that are not indexed."""

    @property
    def state(self) -> str:
        """The name of the State under review."""
        return name_of(self.listed.state)

    @property
    def name(self) -> str:
        """The name of the file, without a word of the question."""
        return f"lobbying-{self.listed.state.code}"

    @property
    def title(self) -> str:
        """What it holds, without a word of the question."""
        return gettext("States to approach: %(state)s", state=self.state)

    def running_head(self) -> str:
        """What stands on each page."""
        return running_head(self.state, self.built)

    @property
    def targets(self) -> tuple[LobbyingTarget, ...]:
        """The States of all views, those that asked before first."""
        return (*self.listed.view("asked"), *self.listed.view("perhaps"), *self.listed.view("prospect"))

    @property
    def most_promising(self) -> tuple[LobbyingTarget, ...]:
        """The same by the priority of all together."""
        return tuple(sorted(self.targets, key=lambda target: target.rank))

    def records(self) -> tuple[Recommendation, ...]:
        """Every recommendation that it cites."""
        return (*self.listed.wording, *self.received.records)

    def about(self) -> list[str]:
        """What a reader has to know, one sentence or two a line."""
        listed = self.listed
        found = FOUND[listed.is_certain](listed.on_issue, state=self.state, here=listed.here)
        order = gettext(
            "States stand by suggested priority, from what is indexed of the sessions up to session %(session)s. It "
            "comes from a computer’s count, not from knowledge of a State’s plans.",
            session=str(listed.session - 1),
        )
        reading = gettext(
            "Whether a recommendation is on the issue was found by comparing words and meaning: read before you quote."
        )
        invented = [gettext("Invented sample: no State or document in this file is real.")]
        return [
            *(invented if listed.state.invented else []),
            *([issue_in_words(listed.question)] if self.with_question else []),
            f"{found} {searched(listed)}",
            *self.not_indexed,
            *map(translated, filter(None, [perhaps_on_issue(listed)])),
            order,
            str(BACK_TEST),
            reading,
            *map(translated, listed.notes),
        ]


def issue_in_words(question: LobbyingQuestion) -> str:
    """What a list was made for."""
    if question.records:
        return gettext("Issue: recommendations like %(records)s", records=side_by_side(question.records))
    if question.label:
        return gettext("Issue: label “%(label)s”", label=translated(question.label))
    return gettext("Issue: %(issue)s", issue=question.text)
