"""Addresses that forms are posted to, opened by hand: nothing is there, so one begins again."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response


def begin_again(pages: Blueprint, path: str, endpoint: str) -> None:
    """Lead who opens a path of these pages to the page where one begins."""

    def lead() -> Response:
        return redirect(url_for(endpoint), 303)

    pages.add_url_rule(path, f"get_{path}", lead)
