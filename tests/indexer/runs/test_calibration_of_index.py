"""A calibration that is given for an index is kept with it, and its numbers are those that search goes by."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.encoders.calibration import Calibration
from models.errors import CalibrationError, IndexFolderError
from models.index_folder.folder import MANIFEST, current_snapshot, read_manifest
from search.snapshot.snapshot import open_snapshot
from tests.calibrations import LETTERS
from tests.forged_manifest import forge_manifest
from tests.indexer.conftest import Workshop
from tests.paths import REPOSITORY
from web.command_line import main

pytestmark = pytest.mark.slow

OWN = LETTERS.changed("feedback", texts=3)
SAMPLE = REPOSITORY / "samples" / "documents"


def kept(folder: Path) -> Calibration | None:
    return read_manifest(current_snapshot(folder)).calibration


def test_it_goes_before_that_of_the_program_and_stays_when_documents_are_added(workshop: Workshop) -> None:
    workshop.run(calibration=OWN)
    assert open_snapshot(workshop.index, None).calibration == OWN
    workshop.run()
    assert kept(workshop.index) == OWN


def test_without_one_an_index_has_that_of_the_program(workshop: Workshop) -> None:
    workshop.run()
    assert kept(workshop.index) is None
    assert open_snapshot(workshop.index, None).calibration == LETTERS


def test_one_of_other_weights_is_refused_and_the_index_stays(workshop: Workshop) -> None:
    workshop.run()
    before = current_snapshot(workshop.index)
    with pytest.raises(CalibrationError, match="other weights"):
        workshop.run(calibration=replace(OWN, weights="0" * 64))
    assert current_snapshot(workshop.index) == before


def test_the_command_reads_it_from_a_file(tmp_path: Path) -> None:
    path, index = tmp_path / "own.json", tmp_path / "index"
    path.write_text(json.dumps(asdict(OWN)), encoding="utf-8")
    document = str(sorted(SAMPLE.glob("*.pdf"))[0])
    states = str(REPOSITORY / "samples" / "states.csv")
    run = ["index", document, "--to", str(index), "--states", states, "--encoder", "letters", "--jobs", "1"]
    result = CliRunner().invoke(main, [*run, "--calibration", str(path)])
    assert result.exit_code == 0, result.output
    assert kept(index) == OWN
    path.write_text("{}", encoding="utf-8")
    refused = CliRunner().invoke(main, [*run, "--calibration", str(path)])
    assert refused.exit_code == 1
    assert f"Error: {path} is no calibration for this version" in refused.output


def test_an_index_whose_calibration_is_none_is_told_by_its_name(workshop: Workshop) -> None:
    workshop.run(calibration=OWN)
    snapshot = current_snapshot(workshop.index)
    forge_manifest(snapshot, (snapshot / MANIFEST).read_text(encoding="utf-8").replace('"weights"', '"heights"'))
    with pytest.raises(IndexFolderError, match=r"/index is damaged: manifest\.json is .* changed"):
        open_snapshot(workshop.index, None)
