"""A proxy that speaks SOCKS 5 (RFC 1928) without passwords, as Tor does; it notes where it was asked to connect."""

import socket
from contextlib import suppress
from threading import Thread

_ANSWER = b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00"


class SocksProxy:
    """Listens on a free port of this machine, and connects to this machine whatever name it is given."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                Thread(target=self._relay, args=[self._listener.accept()[0]], daemon=True).start()

    def _relay(self, client: socket.socket) -> None:
        with suppress(OSError), client:
            client.recv(2 + client.recv(2)[1])
            client.sendall(b"\x05\x00")
            _version, _connect, _reserved, kind = client.recv(4)
            assert kind == 3, "a name is asked for, so that nobody else is asked for its address"
            name = client.recv(client.recv(1)[0]).decode()
            port = int.from_bytes(client.recv(2), "big")
            self.asked.append((name, port))
            with socket.create_connection(("127.0.0.1", port)) as server:
                client.sendall(_ANSWER)
                Thread(target=_copy, args=[server, client], daemon=True).start()
                _copy(client, server)


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
