"""Cosines, and vectors of unit length."""

import numpy as np
import pytest

from models.encoders.unit_vectors import rounded_rows, unit, units
from search.semantic import vectors_in_folder as semantic_vectors
from search.semantic.vectors import cosines
from search.semantic.vectors_in_folder import RoundedVectors, VectorsInFolder, cosines_within, parts_with


def test_the_cosine_of_unit_vectors_is_their_product() -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [-1, 0]], dtype=np.float32)
    np.testing.assert_allclose(cosines(vectors, np.array([1, 0], dtype=np.float32)), [1, 0.6, -1], rtol=1e-6)


def test_parts_without_any_wanted_row_are_passed_over() -> None:
    wanted = np.zeros(20_000, dtype=bool)
    wanted[[3, 5_000, 13_000]] = True
    assert parts_with(wanted) == [slice(0, 8192), slice(12_288, 16_384)], "parts of 4,096 rows, neighbours joined"
    wanted[19_999] = True
    assert parts_with(wanted)[1] == slice(12_288, 20_480), "the last part reaches beyond the rows"
    assert parts_with(np.zeros(10, dtype=bool)) == []
    assert parts_with(np.zeros(0, dtype=bool)) == []


def test_within_parts_cosines_are_the_same_and_0_elsewhere() -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [-1, 0]], dtype=np.float32)
    found = cosines_within(vectors, [slice(0, 1), slice(2, 4096)], np.array([1, 0], dtype=np.float32))
    np.testing.assert_allclose(found, [1, 0, -1], rtol=1e-6)


def test_rows_that_are_not_to_be_looked_at_are_passed_over_part_by_part() -> None:
    vectors = np.tile(np.array([0.6, 0.8], dtype=np.float32), (3 * 4096, 1))
    floor = np.full(len(vectors), 2, dtype=np.float32)
    floor[5_000] = 0.9
    found = VectorsInFolder(vectors).cosines(np.array([1, 0], dtype=np.float32), floor)
    assert found[[4_095, 8_192]].tolist() == [0, 0]
    np.testing.assert_allclose(found[4_096:8_192], 0.6, rtol=1e-6)


def test_the_nearest_of_some_rows_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic_vectors, "ROWS_COPIED", 2)
    vectors = VectorsInFolder(np.array([[1, 0], [0, 1], [0.6, 0.8], [0.8, 0.6]], dtype=np.float32))
    places, near = vectors.nearest(np.array([1, 0], dtype=np.float32), np.array([1, 3, 2, 3]), 3)
    assert places.tolist() == [1, 3, 2], "places among the rows given, the earlier first of two alike"
    np.testing.assert_allclose(near, [0.8, 0.8, 0.6], rtol=1e-6)
    places, near = vectors.nearest(np.array([1, 0], dtype=np.float32), np.array([], dtype=np.int64), 3)
    assert (len(places), len(near)) == (0, 0)


def test_rounding_changes_neither_what_reaches_its_floor_nor_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic_vectors, "BEST", 20)
    draw = np.random.default_rng(0)
    vectors = units(draw.standard_normal((6_000, 384), dtype=np.float32))
    query = unit(vectors[:40].sum(axis=0))
    exact = vectors @ query
    floor = np.full(len(vectors), 0.1, dtype=np.float32)
    floor[100:200] = -2
    floor[5_000:] = 2
    best_of = np.zeros(len(vectors), dtype=bool)
    best_of[3_000:4_000] = True
    reaching = exact >= floor
    best = np.flatnonzero(best_of)[np.argsort(-exact[best_of])[:10]]
    assert 40 < reaching.sum() < 600, "some reach it, most do not"
    found = VectorsInFolder(vectors, RoundedVectors(*rounded_rows(vectors))).cosines(query, floor, best_of)
    assert np.array_equal((found >= floor)[:5_000], reaching[:5_000])
    for rows in (best, np.argsort(-exact[:5_000])[:10], np.arange(100, 200)):
        np.testing.assert_allclose(found[rows], exact[rows], atol=1e-6)
    np.testing.assert_allclose(found[reaching], exact[reaching], atol=0.004)


def test_where_most_rows_are_needed_all_are_exact() -> None:
    vectors = units(np.random.default_rng(0).standard_normal((2_000, 384), dtype=np.float32))
    rounded = RoundedVectors(*rounded_rows(vectors))
    found = VectorsInFolder(vectors, rounded).cosines(vectors[7], np.full(2_000, -2, dtype=np.float32))
    np.testing.assert_allclose(found, vectors @ vectors[7], atol=1e-6)


def test_rounded_cosines_are_at_most_a_little_off() -> None:
    vectors = units(np.random.default_rng(0).standard_normal((2_000, 384), dtype=np.float32))
    query = unit(vectors[0] + vectors[1])
    found = RoundedVectors(*rounded_rows(vectors)).cosines_within([slice(0, 1_000)], query)
    assert np.abs(found[:1_000] - vectors[:1_000] @ query).max() < 0.004
    assert np.isneginf(found[1_000:]).all()
