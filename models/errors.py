"""Every foreseeable failure, as one sentence with the next step.

UprError
├── DocumentError            a document cannot be used; names the file and says what to do
│   ├── UnreadableDocument   damaged, encrypted, empty, scanned, or not of a kind that is read
│   └── UnrecognisedDocument readable, but not a document that the indexer knows
│       └── DocumentWithoutSymbol  it has no symbol of a document of the United Nations
├── IndexFolderError         the index folder is missing, incomplete, damaged or of another format
│   ├── LaterFormat          a newer version of this program made it
│   ├── IndexFolderBusy      another process is writing it
│   └── IndexDatabaseError   the index is in a database that is missing, out of reach or not to be used
│       └── DatabaseUnreachable  its server does not answer, or no longer: it may later
├── VectorSpaceMismatch      the query encoder and the index do not speak the same vector space
├── VectorsNotMade           texts cannot be compared by meaning yet: the first vectors of the index are being made
├── EncoderError             the sentence encoder cannot be loaded
├── CalibrationError         the numbers of a vector space are missing or malformed
├── StateTableError          a table of States is malformed
├── PartnerTableError        an operator's table of partners is malformed
├── UnknownState             a word that names no State
├── UnknownFilter            a filter value outside its controlled list
├── UnusableBatch            a file of texts for one command that is none
├── UnstorableValue          a text or number that no store can hold
├── UnknownRecord            an id under which this index holds no record
│   ├── RecordMoved          the same request has another id today, which the error carries
│   └── RecordWithdrawn      an id given once, for a request that the documents no longer hold
├── ListTooLong              a list of chosen records would hold more than a list may
├── PlanError                a follow-up plan cannot be used
│   ├── UnusablePlan         what is given as a plan is none, or too large
│   ├── PlanNotKept          no plan is kept under this address
│   ├── PlanChanged          somebody saved it meanwhile
│   ├── PlanStoreError       the file of the site's plans cannot be used
│   └── PaperNotMade         a paper that a plan cannot become: no such paper, option or kind of file, or nothing for it
├── FetchError               documents cannot be fetched: nothing to ask for, or no folder to put it into
└── InvalidSetting           an environment variable with a value that cannot be used
"""

from models.messages.message import Message
from models.messages.printable import one_line


class UprError(Exception):
    """Base of all failures that a user can do something about; `str()` is the sentence to show, in one line.

    It is a `Message` where pages show it. It may quote names and words of files: what in them would speak to a
    terminal is written out.
    """

    def __str__(self) -> str:
        """The sentence, in one line."""
        return one_line(super().__str__())

    @property
    def sentence(self) -> str:
        """The sentence as it was raised: a `Message` can be said in other languages, its text cannot."""
        return self.args[0] if self.args else str(self)


class DocumentError(UprError):
    """A document cannot be used."""


class UnreadableDocument(DocumentError):
    """The file cannot be read: damaged, encrypted, empty, scanned, too large, or not a document."""


class UnrecognisedDocument(DocumentError):
    """The file can be read, but it is no document that the indexer knows, or in a language not read."""


class DocumentWithoutSymbol(UnrecognisedDocument):
    """The file can be read, and has no symbol of a document of the United Nations where these print theirs."""


class IndexFolderError(UprError):
    """The index folder is missing, incomplete, damaged or of another format."""


class LaterFormat(IndexFolderError):
    """An index that a newer version of this program made: nothing here may replace it."""


class IndexFolderBusy(IndexFolderError):
    """Another process is writing this index folder."""


class IndexDatabaseError(IndexFolderError):
    """The index is in a database that is missing, cannot be reached, or refuses what is asked of it."""


class DatabaseUnreachable(IndexDatabaseError):
    """A database does not answer, or the connection to it was lost: what was asked may be asked again."""


class VectorSpaceMismatch(UprError):
    """The query encoder does not map into the vector space of the index."""


class VectorsNotMade(UprError):
    """Nothing can be compared by meaning yet: the first run over an index is still making its vectors."""


class EncoderError(UprError):
    """The sentence encoder cannot be loaded."""


class CalibrationError(UprError):
    """The numbers by which questions are answered in a vector space are missing or malformed."""


class StateTableError(UprError):
    """A table of States is malformed."""


class PartnerTableError(UprError):
    """A table of partners that an operator put in the place of one of ours cannot be used."""


class UnknownState(UprError):
    """A word that names no State."""


class UnknownFilter(UprError):
    """A filter value that is not in its controlled list."""


class UnusableBatch(UprError):
    """A file of texts, a line for each, that is no text, too large, or has a line of another form."""


class UnstorableValue(UprError):
    """A text with characters, or a number of a size, that no text or number of an index can have."""


class UnknownRecord(UprError):
    """An id under which this index holds no record."""


class RecordMoved(UnknownRecord):
    """The request has another id today; an old address redirects there and never shows another request."""

    def __init__(self, old_id: str, new_id: str) -> None:
        """`old_id` as it was asked for, `new_id` as the record is called now."""
        super().__init__(Message("%(old)s is called %(new)s now: ask for %(new)s.", old=old_id, new=new_id))
        self.new_id = new_id


class RecordWithdrawn(UnknownRecord):
    """The id was given once, and the documents indexed now no longer hold that request."""


class ListTooLong(UprError):
    """A list of chosen records would hold more than it may, or than a browser keeps."""


class PlanError(UprError):
    """A follow-up plan cannot be used."""


class UnusablePlan(PlanError):
    """What is given as a follow-up plan is none, or is larger than a plan may be."""


class PlanNotKept(PlanError):
    """No plan, or no such version of it, is kept under an address."""


class PlanChanged(PlanError):
    """Somebody saved the plan after it was read; both copies have to be merged."""


class PlanStoreError(PlanError):
    """The file of the site's plans is missing, damaged, busy, full or another kind of file."""


class PaperNotMade(PlanError):
    """A paper that a plan cannot become: no such paper, option or kind of file, or the plan has nothing for it."""


class FetchError(UprError):
    """Documents cannot be fetched: what to ask for is not known, or the folder cannot be used."""


class InvalidSetting(UprError):
    """A setting whose value is not of its kind or out of range."""
