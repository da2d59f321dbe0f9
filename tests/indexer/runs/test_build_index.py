"""Runs over documents: what is read again, what stays, what the new snapshot holds."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from indexer.datamodel.kept_sentences import sentence_from_text
from indexer.report.changed_positions import ChangedPositions, change_in_words
from indexer.report.new_records import NewOfState
from indexer.report.report import report_as_text
from indexer.write.check import problems_of
from models.encoders.load_encoder import load_encoder
from models.errors import EncoderError, IndexFolderError
from models.index_folder.folder import VECTORS, current_snapshot, read_manifest
from models.records.enums import Position
from tests.indexer.conftest import Workshop

SLOVENIA = {
    "SVN-20-100.1-1": "Abolish the death penalty",
    "SVN-20-100.1-2": "Ratify the OP-CAT",
    "SVN-20-100.2-1": "Open more schools in the mountains",
}
BANGLADESH = {"BGD-16-50.3-1": "End child marriage in rural districts"}


def snapshots(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def vectors(workshop: Workshop) -> dict[str, list[float]]:
    """Text → vector, as the catalogue and the vectors file say together."""
    rows = workshop.rows("SELECT text, row FROM text JOIN text_vector ON text_sha256 = sha256")
    matrix = np.load(current_snapshot(workshop.index) / VECTORS)
    return {str(text): matrix[row].tolist() for text, row in rows}


def assert_sound(workshop: Workshop) -> None:
    assert list(problems_of(current_snapshot(workshop.index))) == []
    encoder = load_encoder("letters")
    for text, vector in vectors(workshop).items():
        assert np.allclose(vector, encoder.encode([text])[0])


def test_first_run_reads_everything(workshop: Workshop) -> None:
    report = workshop.run()
    assert (report.read, report.known, report.kept, report.embedded, report.skipped) == (2, 0, 0, 4, ())
    assert [(count.name, count.cycle, count.recommendations) for count in report.counts] == [
        ("Bangladesh", 2, 1),
        ("Slovenia", 2, 3),
    ]
    assert workshop.texts() == BANGLADESH | SLOVENIA
    assert_sound(workshop)


def test_a_file_that_is_not_used_for_another_with_its_symbol_is_counted_once(workshop: Workshop) -> None:
    again = (workshop.documents / "slovenia.txt").read_text(encoding="utf-8")
    (workshop.documents / "again.txt").write_text(f"{again}\n", encoding="utf-8")
    for counts in ((2, 0), (0, 2)):
        report = workshop.run()
        assert ((report.read, report.known), len(report.skipped)) == (counts, 1)


def test_only_a_changed_document_is_read_and_only_its_new_text_embedded(workshop: Workshop) -> None:
    workshop.run()
    before = vectors(workshop)
    workshop.write(
        "slovenia.txt",
        "SVN 20 2015-01-01",
        "100.1 ITA supported Close the old prisons",
        "100.1 FRA,BEL supported Abolish the death penalty",
        "100.1 DEU noted Ratify the OP-CAT",
        "100.2 CIV pending Open more schools in the mountains",
    )
    report = workshop.run()
    assert (report.read, report.known, report.kept, report.embedded) == (1, 1, 0, 1)
    assert workshop.texts() == BANGLADESH | {"SVN-20-100.1-3": "Close the old prisons"} | SLOVENIA
    assert before.items() < vectors(workshop).items()
    assert report.withdrawn == 0
    assert_sound(workshop)


def test_adding_one_document_keeps_the_others(workshop: Workshop) -> None:
    workshop.run()
    new = workshop.write("new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Open more schools in the mountains")
    report = workshop.run(new)
    assert (report.read, report.known, report.kept, report.embedded) == (1, 0, 2, 0)
    assert workshop.texts() == {"ARM-8-3.1-1": "Open more schools in the mountains"} | BANGLADESH | SLOVENIA
    assert_sound(workshop)


def test_fresh_holds_exactly_what_is_given_and_forgets_no_id(workshop: Workshop) -> None:
    workshop.run()
    report = workshop.run(workshop.documents / "bangladesh.txt", fresh=True)
    assert (report.read, report.known, report.kept, report.withdrawn) == (0, 1, 0, 3)
    assert workshop.texts() == BANGLADESH
    assert workshop.rows("SELECT old_id, id FROM alias ORDER BY old_id") == [(old_id, None) for old_id in SLOVENIA]
    assert_sound(workshop)
    workshop.run()
    assert workshop.texts() == BANGLADESH | SLOVENIA
    assert workshop.rows("SELECT * FROM alias") == []


def test_only_texts_that_are_searched_have_rows(workshop: Workshop) -> None:
    workshop.run()
    workshop.run(workshop.documents / "bangladesh.txt", fresh=True)
    assert workshop.rows("SELECT row FROM text_vector") == [(0,)]
    assert read_manifest(current_snapshot(workshop.index)).counts["text_rows"] == 1


IN_CONFLICT = "SELECT id FROM entry WHERE content LIKE '%conflicts%'"
ANSWERED_OTHERWISE = "BGD 16 2013-07-08", "50.3 SVN noted End child marriage in rural districts"


def test_a_file_of_a_later_date_that_answers_otherwise_is_named_with_what_it_changes(workshop: Workshop) -> None:
    workshop.run()
    report = workshop.run(workshop.write("reissued.txt", *ANSWERED_OTHERWISE))
    assert (report.kept, report.skipped) == (1, ())
    assert report.changes == (
        "BGD-16: other positions than before (supported → noted 1); new files on this review: reissued.txt.",
    )
    text = report_as_text(report)
    assert f"changed: {report.changes[0]}" in text
    assert "check: bangladesh.txt (A/HRC/916/14845, BGD) and reissued.txt have one symbol and differ: " in text
    assert workshop.rows("SELECT position FROM recommendation WHERE review = 'BGD-16'") == [("noted",)]
    ((content,),) = workshop.rows("SELECT content FROM entry WHERE review = 'BGD-16'")
    (conflict,) = json.loads(content)["conflicts"]
    assert (conflict["place"]["symbol"], conflict["position"]) == ("A/HRC/916/14845", "supported")
    assert (conflict["file"], conflict["file_used"]) == ("bangladesh.txt", "reissued.txt")
    assert_sound(workshop)


def test_a_report_shows_the_first_of_many_warnings_and_counts_the_others(workshop: Workshop) -> None:
    many = replace(
        workshop.run(),
        warnings=tuple(f"Page {number} is empty." for number in range(103)),
        new=tuple(NewOfState("SVN", "Slovenia", {"recommendation": 2}) for _ in range(51)),
        outdated=1,
    )
    lines = report_as_text(many).splitlines()
    assert sum(line.startswith("check: Page ") for line in lines) == 100
    assert "check: … and 3 more; see `upr extract` on the files of one review." in lines
    assert lines.count("new: Slovenia: 2 recommendations") == 51
    assert "Read by an earlier version: 1 of those kept; give their files again to have them read anew." in lines


def test_of_many_new_files_five_are_named_and_the_others_counted() -> None:
    files = tuple(f"letter {number}.docx" for number in range(1, 48))
    change = ChangedPositions("SVN-20", files, Counter({(Position.UNKNOWN, Position.NOTED): 3}))
    told = "SVN-20: other positions than before (unknown → noted 3); new files on this review: {}."
    five = "letter 1.docx, letter 2.docx, letter 3.docx, letter 4.docx, letter 5.docx"
    assert change_in_words(change) == told.format(f"{five} and 42 more")
    assert change_in_words(replace(change, files=files[:5])) == told.format(five)
    assert change_in_words(replace(change, files=())) == told.format("none")


def test_both_directions_are_counted(workshop: Workshop) -> None:
    workshop.run()
    later = workshop.write(
        "later.txt",
        "SVN 20 2015-02-01",
        "100.1 FRA,BEL noted Abolish the death penalty",
        "100.1 DEU supported Ratify the OP-CAT",
        "100.2 CIV noted Open more schools in the mountains",
    )
    assert workshop.run(later).changes == (
        "SVN-20: other positions than before (noted → supported 1, supported → noted 1, unknown → noted 1); new files "
        "on this review: later.txt.",
    )
    assert workshop.run(later).changes == ()


def tables(workshop: Workshop) -> dict[str, list[tuple[object, ...]]]:
    names = ("document", "copy", "entry", "stands_in", "recommendation", "review_fact")
    return {name: sorted(workshop.rows(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


def test_in_which_run_a_file_is_given_changes_nothing(workshop: Workshop, tmp_path: Path) -> None:
    scan = workshop.write("scan.txt", "SVN 20 2016-01-01", "100.1 FRA,BEL noted Abolish the death penalty")
    reissued = workshop.write("reissued.txt", *ANSWERED_OTHERWISE)
    first = [workshop.documents / name for name in ("slovenia.txt", "bangladesh.txt")]
    orders = ([first, [scan], [reissued]], [[reissued, scan], first], [[*first, scan, reissued]])
    ended = []
    for number, order in enumerate(orders):
        index = Workshop(workshop.documents, tmp_path / f"index-{number}")
        for files in order:
            index.run(*files)
        assert_sound(index)
        ended.append(tables(index))
    assert ended[0] == ended[1] == ended[2]
    assert [name for *_, name, _ in ended[0]["copy"]] == ["bangladesh.txt", "scan.txt"]


def test_a_file_rewritten_in_place_as_full_as_before_counts_as_it_is_now(workshop: Workshop) -> None:
    workshop.run()
    paths = [workshop.documents / "slovenia.txt"]
    corrected, other = "Open more school in the mountains", "Plant trees along the rivers"
    for text, record_id in ((corrected, "SVN-20-100.2-1"), (other, "SVN-20-100.2-2")):
        workshop.write(
            "slovenia.txt",
            "SVN 20 2015-01-01",
            "100.1 FRA,BEL supported Abolish the death penalty",
            "100.1 DEU supported Ratify the OP-CAT",
            f"100.2 CIV pending {text}",
        )
        report = workshop.run(*paths)
        assert (report.read, report.kept, report.skipped) == (1, 1, ())
        assert any(", SVN) is another file than when it was indexed before" in warning for warning in report.warnings)
        unchanged = {each: words for each, words in SLOVENIA.items() if not each.startswith("SVN-20-100.2")}
        assert workshop.texts() == BANGLADESH | unchanged | {record_id: text}
        assert workshop.rows("SELECT position FROM recommendation WHERE id = 'SVN-20-100.1-2'") == [("supported",)]
        assert workshop.rows("SELECT * FROM copy") == workshop.rows(IN_CONFLICT) == []
        assert_sound(workshop)
    assert workshop.rows("SELECT old_id, id FROM alias") == [("SVN-20-100.2-1", None)]
    again = workshop.run(*paths)
    assert (again.read, again.changes) == (0, ())
    assert not any("another file" in warning for warning in again.warnings)


def test_an_earlier_edition_that_is_put_back_counts_again(workshop: Workshop) -> None:
    workshop.run()
    original = (workshop.documents / "bangladesh.txt").read_text(encoding="utf-8")
    for lines, position in ((ANSWERED_OTHERWISE[1], "noted"), (original.splitlines()[1], "supported")):
        path = workshop.write("bangladesh.txt", original.splitlines()[0], lines)
        workshop.run(path)
        assert workshop.rows("SELECT position FROM recommendation WHERE review = 'BGD-16'") == [(position,)]
        assert_sound(workshop)


def test_a_file_cut_short_in_place_never_takes_the_place_of_the_fuller_one(workshop: Workshop) -> None:
    workshop.run()
    workshop.write("slovenia.txt", "SVN 20 2015-01-01", "100.1 FRA,BEL supported Abolish the death penalty")
    report = workshop.run()
    assert workshop.texts() == BANGLADESH | SLOVENIA
    assert any("slovenia.txt have one symbol and differ" in warning for warning in report.warnings)


def test_a_document_of_a_day_to_come_changes_nothing_and_is_named(workshop: Workshop) -> None:
    workshop.run()
    day = datetime.now(UTC).date() + timedelta(days=2)
    forged = workshop.write("forged.txt", f"BGD 16 {day}", ANSWERED_OTHERWISE[1])
    for report in (workshop.run(forged), workshop.run()):
        assert [file.reason for file in report.skipped if "forged.txt" in file.reason] == [
            f"forged.txt (A/HRC/916/14845, BGD) bears the date {day}, which is still to come, and is not used: "
            "check where it is from, and get the document from the UN."
        ]
        assert (report.changes, workshop.rows("SELECT * FROM copy")) == ((), [])


def test_a_file_that_holds_nothing_of_its_document_is_told(workshop: Workshop) -> None:
    workshop.write("bangladesh (1).txt", "BGD 16 2013-06-01")
    report = workshop.run()
    assert any("0 are in the first alone, 1 in the second" in warning for warning in report.warnings)
    assert workshop.texts() == BANGLADESH | SLOVENIA


def test_fresh_without_the_copy_forgets_it(workshop: Workshop) -> None:
    workshop.run(workshop.write("reissued.txt", *ANSWERED_OTHERWISE), workshop.documents / "bangladesh.txt")
    report = workshop.run(workshop.documents / "bangladesh.txt", fresh=True)
    assert report.changes == (
        "BGD-16: other positions than before (noted → supported 1); new files on this review: none.",
    )
    assert workshop.rows("SELECT * FROM copy") == workshop.rows(IN_CONFLICT) == []


def test_the_same_bytes_twice_are_one_document(workshop: Workshop) -> None:
    text = (workshop.documents / "bangladesh.txt").read_text(encoding="utf-8")
    workshop.write("copy.txt", text)
    report = workshop.run()
    assert [skipped.reason for skipped in report.skipped] == ["copy.txt is the same file as bangladesh.txt."]


def test_skipped_files_are_listed_in_the_index_and_not_read_again(workshop: Workshop) -> None:
    workshop.write("broken.txt", "damaged")
    workshop.write("odd.txt", "short of memory")
    for read_again in (["odd.txt"], ["odd.txt"]):
        report = workshop.run()
        assert [skipped.name for skipped in report.skipped if not skipped.lasting] == read_again
        kept = workshop.rows("SELECT reason FROM skipped ORDER BY name")
        assert [sentence_from_text(reason) for (reason,) in kept] == [
            "broken.txt is damaged: get it again.",
            "odd.txt takes more time or memory to read than any such file, and may be damaged: get or save "
            "another copy.",
        ]
    workshop.write("broken.txt", "ARM 8 2010-07-06", "3.1 FRA supported Mend it")
    report = workshop.run(workshop.documents / "broken.txt")
    assert [skipped.name for skipped in report.skipped] == ["odd.txt"]


def test_nothing_to_index_leaves_the_index_as_it_is(workshop: Workshop, tmp_path: Path) -> None:
    nothing = workshop.write("nothing.txt", "damaged")
    report = Workshop(workshop.documents, tmp_path / "other").run(nothing)
    assert (report.recommendations, [skipped.name for skipped in report.skipped]) == (0, ["nothing.txt"])
    with pytest.raises(IndexFolderError, match="There is no index"):
        current_snapshot(tmp_path / "other")
    workshop.run()
    workshop.run(nothing, fresh=True)
    assert workshop.texts() == BANGLADESH | SLOVENIA


def test_another_encoder_embeds_everything_again(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.run()
    monkeypatch.setattr("models.encoders.text_encoder.LetterEncoder._DIMENSION", 128)
    report = workshop.run(encoder=None)
    assert (report.read, report.embedded) == (0, 4)
    assert read_manifest(current_snapshot(workshop.index)).vector_space.dimension == 128


def test_an_encoder_that_is_missing_is_told_before_anything_is_read(workshop: Workshop) -> None:
    with pytest.raises(EncoderError):
        workshop.run(encoder="no-such-model")
    assert snapshots(workshop.index) == []


def test_an_index_folder_that_is_a_file(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(IndexFolderError, match="cannot be written"):
        Workshop(workshop.documents, tmp_path / "file").run()


def test_the_snapshot_before_stays_for_servers_that_run(workshop: Workshop) -> None:
    seen = []
    for _ in range(4):
        workshop.run()
        seen.append(current_snapshot(workshop.index).name)
        assert set(snapshots(workshop.index)) == set(seen[-2:])


def test_a_damaged_index_is_not_built_upon_but_may_be_replaced(workshop: Workshop) -> None:
    workshop.run()
    (current_snapshot(workshop.index) / VECTORS).write_bytes(b"")
    with pytest.raises(IndexFolderError, match="--fresh"):
        workshop.run()
    report = workshop.run(fresh=True)
    assert report.read == 2
    assert_sound(workshop)


def test_what_an_earlier_version_refused_is_tried_again_when_it_is_given(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = workshop.write("broken.txt", "damaged")
    workshop.run()
    monkeypatch.setattr(
        "indexer.gather.gather_documents.reader_digest", lambda _states: "another version of the program"
    )
    workshop.run(workshop.documents / "bangladesh.txt")
    monkeypatch.setattr("tests.indexer.stand_in_reader.misbehave", lambda *_how: None)
    report = workshop.run(broken)
    assert [file.reason for file in report.skipped if "is damaged" in file.reason] == []
