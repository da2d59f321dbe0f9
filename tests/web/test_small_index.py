"""The stand-in speaks the language of the real index."""

import inspect

import pytest

from search import SearchIndex
from tests.web.small_index import SmallIndex

METHODS = [name for name in vars(SmallIndex) if not name.startswith("_")]


@pytest.mark.parametrize("name", METHODS)
def test_methods_have_the_signatures_of_search(name):
    assert inspect.signature(getattr(SmallIndex, name)) == inspect.signature(getattr(SearchIndex, name))
