"""The one gate for outgoing HTTP.

Addresses come from people (a harvest source, a link), so the gate decides where a request may go:
only http and https, only public addresses. The name is looked up once per hop, every address it has
is checked, and the connection is made to a checked address, so a name that changes its answer
between check and connection gains nothing. Redirects are checked like the first address. Bytes and
time are bounded as a whole: a server that sends one byte a minute is cut off at the deadline.

Nothing of the transport leaks out: callers see `Response` and the exceptions below.
"""

import contextlib
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

USER_AGENT = "Samenspel (+https://samenspel.example/)"
CHUNK = 65_536
REDIRECTS = {301, 302, 303, 307, 308}
NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]


class FetchError(Exception):
    """A request that gave no usable answer; `url` is where it went wrong, `code` names the kind."""

    code = "fetch"

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class BadAddress(FetchError):
    """Not an address that can be fetched: another scheme, no host, a password in it."""

    code = "bad_address"


class AddressBlocked(FetchError):
    """The name leads to this machine or a private network."""

    code = "address_blocked"


class TooManyRedirects(FetchError):
    """The server kept sending us on."""

    code = "too_many_redirects"


class TooLarge(FetchError):
    """The answer has more bytes than allowed."""

    code = "too_large"


class TooSlow(FetchError):
    """The answer was not complete in time."""

    code = "too_slow"


class Unreachable(FetchError):
    """No such name, no connection, or the connection broke."""

    code = "unreachable"


class BadAnswer(FetchError):
    """The server answered with an error or in a form that was not asked for."""

    code = "bad_answer"

    def __init__(self, url: str, reason: str, status: int = 0, retry_after: int | None = None):
        super().__init__(url, reason)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True)
class Limits:
    """Bounds on a request with its redirects: seconds in all and per wait, bytes of the answer."""

    seconds: float = 60.0
    wait: float = 15.0
    size: int = 64 * 1024 * 1024
    redirects: int = 5


DEFAULT_LIMITS = Limits()


@dataclass
class Response:
    """An answer that is being read. `chunks` may be walked once."""

    url: str
    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes] = field(repr=False)

    def read(self) -> bytes:
        """The whole answer, within the limits."""
        return b"".join(self.chunks)


def lookup(host: str, port: int) -> list[str]:
    """Every address that the name has now, as text."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def is_public(text: str) -> bool:
    """Whether an address may be reached: public, and not a private one in disguise."""
    address: Address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64:
            return False
        hidden = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(inner is not None and not _is_public(inner) for inner in hidden):
            return False
        if address.ipv4_mapped is not None:
            return True
    return _is_public(address)


def _is_public(address: Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved


class _Backend(httpcore.NetworkBackend):
    """Connects to checked addresses only, and can cut every connection at the deadline."""

    def __init__(self, inner: httpcore.NetworkBackend, resolve: Resolve, allow_private: bool):
        self.inner = inner
        self.resolve = resolve
        self.allow_private = allow_private
        self.sockets: list[socket.socket] = []
        self.expired = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"unknown name {host}") from error
        blocked = [address for address in addresses if not is_public(address)]
        if blocked and not self.allow_private:
            raise _Blocked(f"{host} leads to {blocked[0]}, which is not a public address")
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                stream = self.inner.connect_tcp(
                    address, port, timeout=timeout, socket_options=socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            self._watch(stream)
            return stream
        raise failure

    def _watch(self, stream: httpcore.NetworkStream) -> None:
        connection = stream.get_extra_info("socket")
        if isinstance(connection, socket.socket):
            # A copy of the handle: TLS takes the original over.
            self.sockets.append(connection.dup())
            if self.expired:
                self.cut()

    def cut(self) -> None:
        """End every connection, whatever it is waiting for."""
        self.expired = True
        for connection in self.sockets:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for connection in self.sockets:
            connection.close()


class _Blocked(Exception):
    pass


@contextlib.contextmanager
def open_url(
    url: str,
    *,
    limits: Limits = DEFAULT_LIMITS,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    allow_private: bool = False,
    resolve: Resolve = lookup,
    backend: httpcore.NetworkBackend | None = None,
) -> Iterator[Response]:
    """GET `url` (POST with `content`) and give the answer to read inside the `with` block.

    Raises one of the `FetchError`s, also while the answer is being read. `allow_private` opens the
    gate to private addresses: only for tests and for addresses that the operator configured.
    A POST is never redirected, so its headers go nowhere else.
    """
    gate = _Backend(backend or httpcore.SyncBackend(), resolve, allow_private)
    deadline = time.monotonic() + limits.seconds
    watchdog = threading.Timer(limits.seconds, gate.cut)
    watchdog.daemon = True
    watchdog.start()
    try:
        with (
            httpcore.ConnectionPool(network_backend=gate) as pool,
            contextlib.ExitStack() as opened,
        ):
            target = _parse(url)
            for _hop in range(limits.redirects + 1):
                with _plain_errors(str(target), gate, limits):
                    stream = _request(pool, target, limits, headers or {}, content)
                    answer = opened.enter_context(stream)
                found = _headers(answer)
                if answer.status in REDIRECTS and content is None and "location" in found:
                    opened.close()
                    target = _parse(str(target.join(found["location"])))
                    continue
                _check(str(target), answer.status, found, limits)
                chunks = _bounded(answer, str(target), gate, limits, deadline)
                yield Response(str(target), answer.status, found, chunks)
                return
            raise TooManyRedirects(url, f"more than {limits.redirects} redirects")
    finally:
        watchdog.cancel()
        gate.close()


def _request(
    pool: httpcore.ConnectionPool,
    target: httpx.URL,
    limits: Limits,
    headers: Mapping[str, str],
    content: bytes | None,
) -> contextlib.AbstractContextManager[httpcore.Response]:
    sent = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": USER_AGENT,
        "Accept-Encoding": "identity",
        **headers,
    }
    return pool.stream(
        "GET" if content is None else "POST",
        # Built from the parts that were checked, so that nothing is parsed twice.
        httpcore.URL(
            scheme=target.raw_scheme,
            host=target.raw_host,
            port=target.port,
            target=target.raw_path,
        ),
        headers=list(sent.items()),
        content=content,
        extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), limits.wait)},
    )


def _headers(answer: httpcore.Response) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers
    }


def _parse(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError, ValueError) as error:
        raise BadAddress(url[:200], "not a web address") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise BadAddress(url[:200], "only http and https addresses with a host")
    if parsed.userinfo:
        raise BadAddress(f"{parsed.scheme}://{parsed.host}", "no name or password in an address")
    return parsed


def _check(url: str, status: int, headers: Mapping[str, str], limits: Limits) -> None:
    if not 200 <= status < 300:
        retry = headers.get("retry-after", "")
        raise BadAnswer(url, f"status {status}", status, int(retry) if retry.isdigit() else None)
    if headers.get("content-encoding", "identity").lower() not in ("identity", ""):
        raise BadAnswer(url, "compressed although that was not asked for", status)
    length = headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.size:
        raise TooLarge(url, f"{length} bytes, at most {limits.size}")


def _bounded(
    answer: httpcore.Response, url: str, gate: _Backend, limits: Limits, deadline: float
) -> Iterator[bytes]:
    size = 0
    with _plain_errors(url, gate, limits):
        for chunk in answer.iter_stream():
            size += len(chunk)
            if size > limits.size:
                raise TooLarge(url, f"more than {limits.size} bytes")
            if time.monotonic() > deadline:
                raise TooSlow(url, f"not complete in {limits.seconds:g} seconds")
            yield chunk
        if gate.expired:
            raise TooSlow(url, f"not complete in {limits.seconds:g} seconds")


@contextlib.contextmanager
def _plain_errors(url: str, gate: _Backend, limits: Limits) -> Iterator[None]:
    try:
        yield
    except _Blocked as error:
        raise AddressBlocked(url, str(error)) from None
    except httpcore.TimeoutException as error:
        raise TooSlow(url, f"no answer in {limits.wait:g} seconds") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError, UnicodeError) as error:
        if gate.expired:
            raise TooSlow(url, f"not complete in {limits.seconds:g} seconds") from error
        raise Unreachable(url, str(error) or type(error).__name__) from error
