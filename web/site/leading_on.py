"""Addresses of before, and those that forms are posted to, opened by hand: nothing is there, so they lead elsewhere."""

from typing import Any

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response


def begin_again(pages: Blueprint, path: str, endpoint: str) -> None:
    """Lead who opens a path of these pages, to which a form is posted, to the page where one begins."""
    _lead(pages, path, endpoint, 303)


def lead_on(pages: Blueprint, path: str, endpoint: str, **parameters: Any) -> None:
    """Lead a path of before for good to the page that shows the same, with what the path names and these parameters."""
    _lead(pages, path, endpoint, 301, **parameters)


def _lead(pages: Blueprint, path: str, endpoint: str, code: int, **parameters: Any) -> None:
    def lead(**named: Any) -> Response:
        return redirect(url_for(endpoint, **named, **parameters), code)

    pages.add_url_rule(path, f"get_{path}", lead)
