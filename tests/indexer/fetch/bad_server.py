"""A server over HTTPS on this machine that behaves as badly as servers do, and notes what it is asked."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PDF = b"%PDF-1.7\n" + b"Ferries were mended. " * 400 + b"\n%%EOF\n"
"""Enough of a PDF file for what fetches it: 8,416 bytes."""


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]


Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class BadServer:
    """Answers each path by the behaviours set for it, one after the other; the last stays."""

    port: int = 0
    behaviours: dict[str, list[Behaviour]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def address(self, path: str = "/file.pdf") -> str:
        return f"https://localhost:{self.port}{path}"

    def on(self, path: str, *behaviours: Behaviour) -> None:
        self.behaviours[path] = list(behaviours)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(Asked(handler.path, dict(handler.headers)))
        behaviours = self.behaviours.get(handler.path, [status(404)])
        (behaviours.pop(0) if len(behaviours) > 1 else behaviours[0])(handler)


class _Handler(BaseHTTPRequestHandler):
    server_of: BadServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.close_connection = True
        with suppress(OSError):  # whoever asked has gone
            self.server_of.answer(self)

    def log_message(self, *_arguments: object) -> None:
        """Keep the output of tests clean."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_arguments: object) -> None:
        """A handshake that the client breaks off is no fault of the server."""


def serve(certificate: Path, server: BadServer) -> ThreadingHTTPServer:
    """Start it on a free port; `certificate` holds key and certificate."""
    handler = type("Handler", (_Handler,), {"server_of": server})
    http_server = _Server(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    http_server.socket = context.wrap_socket(http_server.socket, server_side=True, do_handshake_on_connect=False)
    server.port = http_server.server_address[1]
    Thread(target=http_server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return http_server


def write_certificate(path: Path) -> None:
    """A key, and a certificate of `localhost` and 127.0.0.1 that is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An invented authority")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))


def send(body: bytes, code: int = 200, **headers: str) -> Behaviour:
    """Send a whole answer; an underscore in a header's name is a hyphen, and the length is that of the body."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            if value:
                handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def status(code: int, **headers: str) -> Behaviour:
    return send(b"", code, **headers)


def send_part_of(body: bytes, size: int, **headers: str) -> Behaviour:
    """Promise a whole body and break off after so many bytes."""
    return send(body[:size], Content_Length=str(len(body)), **headers)


def send_range(body: bytes, **headers: str) -> Behaviour:
    """Honour Range and If-Range as RFC 9110 says."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        asked = handler.headers.get("Range", "")
        proofs = {headers.get("ETag"), headers.get("Last_Modified")}
        if asked and handler.headers.get("If-Range") in proofs:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            told = f"bytes {start}-{len(body) - 1}/{len(body)}"
            send(body[start:], 206, Content_Range=told, **headers)(handler)
        else:
            send(body, **headers)(handler)

    return behave
