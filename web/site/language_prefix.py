"""The language of an address: /fr/states is /states in French; without a language, a page is in English.

The language goes from the path to SCRIPT_NAME, where WSGI has what stands before all addresses of an application:
links, forms and redirects stay in the language, those of Flask and Werkzeug too, and no route or view knows of it.
Blueprints under a prefix would hold each route once for each language.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from flask import has_request_context, request

LANGUAGE = "upr.language"
"""Of the WSGI environment: the code of the language in the address, "" for English."""
IN_ONE_LANGUAGE = ("api", "static", "healthz", "readyz")
"""How paths begin that have no language."""


class LanguagePrefix:
    """WSGI middleware that takes the language off the path."""

    def __init__(self, application: Callable[..., Iterable[bytes]], languages: Callable[[], Collection[str]]) -> None:
        """`languages` are the codes of those that an address can name."""
        self._application = application
        self._languages = languages

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        code, _, path = environ.get("PATH_INFO", "").removeprefix("/").partition("/")
        environ[LANGUAGE] = ""
        if code in self._languages() and has_language(f"/{path}"):
            environ |= {
                LANGUAGE: code,
                "SCRIPT_NAME": f"{environ.get('SCRIPT_NAME', '')}/{code}",
                "PATH_INFO": f"/{path}",
            }
        return self._application(environ, start_response)


def language_in_address() -> str:
    """The code of the language in the address of this request, "" for English."""
    return str(request.environ.get(LANGUAGE, "")) if has_request_context() else ""


def in_language(code: str) -> str:
    """What stands before all paths in a language: "/fr", "" for English."""
    before_all = request.script_root.removesuffix(_prefix(language_in_address()))
    return before_all + _prefix(code)


def has_language(path: str) -> bool:
    """Whether what is at a path is there in all languages."""
    return path.removeprefix("/").partition("/")[0] not in IN_ONE_LANGUAGE


def without_language(address: str) -> str:
    """An address of this site as it was built, without a language where what it leads to has none."""
    here = in_language(language_in_address()) if has_request_context() else ""
    if address.startswith(f"{here}/") and not has_language(address.removeprefix(here)):
        return in_language("") + address.removeprefix(here)
    return address


def _prefix(code: str) -> str:
    return f"/{code}" if code else ""
