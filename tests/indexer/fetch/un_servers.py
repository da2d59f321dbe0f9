"""A stand-in of the servers of the United Nations, which behaves as others saw them behave (behaviours.toml)."""

import threading
import time
import tomllib
from collections import Counter
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.indexer.fetch.bad_server import Asked, BadServer, send, status

BEHAVIOURS = tuple(
    row["name"]
    for row in tomllib.loads(Path(__file__).with_name("behaviours.toml").read_text(encoding="utf-8"))["behaviour"]
)
APP_PAGE = b"<!doctype html><html><head><title>ODS</title></head><body>" + b" " * 1_231 + b"</body></html>"
VIEWER_PAGE = b"<!doctype html><html><head><title>Document Viewer</title></head>" + b" " * 4_000 + b"</html>"
MOST_AT_ONCE = 4
SLOW = 0.3
"""Seconds, for 6 to 31."""
TEXTS = {
    "en": "The harbours of the islands were mended in the year of the report, and the ferries that serve them are now "
    "inspected by an office of the ministry, which publishes what it finds and answers the complaints of travellers.",
    "fr": "Les ports des îles ont été réparés au cours de l'année du rapport, et les bacs qui les desservent sont "
    "désormais inspectés par un bureau du ministère, qui publie ce qu'il constate et répond aux plaintes.",
    "es": "Los puertos de las islas fueron reparados durante el año del informe, y los transbordadores que los sirven "
    "son inspeccionados por una oficina del ministerio, que publica lo que encuentra y responde a las quejas.",
}
"""Invented."""


def pdf(symbol: str, language: str = "en", *, with_text: bool = True) -> bytes:
    """A document of two pages."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True, pageCompression=0)
    for page in range(2):
        if with_text:
            canvas.drawString(400, 780, symbol)
            words = TEXTS[language].split()
            for row in range(40):
                canvas.drawString(
                    70, 740 - row * 16, f"{page * 40 + row + 1}. " + " ".join(words[row % 5 : row % 5 + 12])
                )
        else:
            canvas.rect(70, 70, 400, 600)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def word(symbol: str, language: str = "en") -> bytes:
    """The same as a Word file."""
    document = Document()
    document.add_paragraph(symbol)
    for row in range(40):
        document.add_paragraph(f"{row + 1}. {TEXTS[language]}")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class UnServers(BadServer):
    """documents.un.org is `localhost`, docs.un.org 127.0.0.1; `played` are names of behaviours.toml."""

    def __init__(self) -> None:
        super().__init__()
        self.played: set[str] = set()
        self.published: set[str] = set()
        """Symbols."""
        self.most_at_once = 0
        self._now = 0
        self._lock = threading.Lock()
        self._times: Counter[str] = Counter()

    def play(self, *names: str) -> None:
        assert set(names) <= set(BEHAVIOURS)
        self.played |= set(names)

    def templates(self) -> list[str]:
        """The addresses of documents, as sources.toml has them."""
        api = f"https://localhost:{self.port}/api/symbol/access?s={{symbol}}&l={{language}}"
        direct = f"https://127.0.0.1:{self.port}/{{language}}/{{symbol}}?direct=true"
        return [f"{api}&t=pdf", direct, f"{api}&t=docx"]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.asked.append(Asked(handler.path, dict(handler.headers)))
            self._now += 1
            self._times[handler.path] += 1
            self.most_at_once = max(self.most_at_once, self._now)
            is_too_much = "busy over four" in self.played and self._now > MOST_AT_ONCE
        try:
            answer = status(503) if is_too_much else self._behaviour(handler)
        finally:
            with self._lock:  # before it is sent, for whoever has it asks for the next
                self._now -= 1
        answer(handler)

    def _behaviour(self, handler: BaseHTTPRequestHandler):
        parts = urlsplit(handler.path)
        if parts.path == "/api/symbol/access":
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            return self._look_up(handler, query["s"], query["l"], query["t"])
        if parts.path.lower().startswith("/doc/"):
            return self._stored(unquote(parts.path))
        if parts.path == "/error":
            return send(APP_PAGE)
        language, _, symbol = parts.path.lstrip("/").partition("/")
        if "viewer" in self.played and parts.query == "direct=true" and symbol in self.published:
            return send(self._file(symbol, language, "pdf"))
        return send(VIEWER_PAGE)

    def _look_up(self, handler: BaseHTTPRequestHandler, symbol: str, language: str, kind: str):
        headers = handler.headers
        if "slow look-up" in self.played:
            time.sleep(SLOW)
        if "bad gateway" in self.played and self._times[handler.path] == 1:
            return status(502)
        unwelcome = (
            ("wants the kind" in self.played and "application/" not in headers.get("Accept", ""))
            or ("wants a browser" in self.played and "Mozilla" not in headers["User-Agent"])
            or ("wants a viewer" in self.played and not headers.get("Referer", "").endswith(f"/{language}/{symbol}"))
        )
        if unwelcome:
            return status(302, Location="/error")
        if symbol not in self.published:
            return send(b"" if "nothing for the missing" in self.played else APP_PAGE)
        if "pages after many" in self.played:
            return send(APP_PAGE)
        if kind == "docx" and not {"Word", "Word of its day"} & self.played:
            return send(APP_PAGE)
        path = f"/doc/UNDOC/{language.upper()}/{symbol.replace('/', '!')}/{kind.upper()}.{kind.upper()}"
        if "to plain http" in self.played:
            return status(302, Location=f"http://localhost:{self.port}{path}")
        if "to another host" in self.played:
            return status(302, Location=f"https://elsewhere.example{path}")
        return status(302, Location=path if {"path in capitals", "capitals moved"} & self.played else path.lower())

    def _stored(self, path: str):
        if path != path.lower():
            return status(301, Location="/sorry") if "capitals moved" in self.played else send(APP_PAGE)
        _, _, _, language, symbol, name = path.split("/")
        return send(self._file(symbol.upper().replace("!", "/"), language, name.partition(".")[0]), Content_Length="")

    def _file(self, symbol: str, language: str, kind: str) -> bytes:
        if "English for the unknown" in self.played:
            language = "en"
        if "another document" in self.played:
            symbol = "A/HRC/WG.6/7/NOR/1"
        symbol = symbol.replace("ADD.", "Add.")
        if kind == "docx":
            return word(symbol, language) if "Word" in self.played else b"\xd0\xcf\x11\xe0" + b"\0" * 2_000
        body = pdf(symbol, language, with_text="unreadable PDF" not in self.played)
        return body[: len(body) // 2] if "cut off" in self.played else body
