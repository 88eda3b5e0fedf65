import threading

import httpcore
import pytest

from samenspel.integrations import fetch
from samenspel.integrations.fetch import Limits, open_url

from .servers import send, serving


def read(url, **options):
    with open_url(url, **{"allow_private": True, **options}) as answer:
        return answer.read()


class Recorder(httpcore.MockBackend):
    """Answers every connection with "ok" and remembers where it went."""

    def __init__(self, *answers):
        self.answers = list(answers) or [b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"]
        self.connected = []

    def connect_tcp(self, host, port, **options):
        self.connected.append(host)
        return httpcore.MockStream([self.answers.pop(0)])


def test_answer_is_given_with_its_final_address_and_headers():
    with (
        serving(lambda handler: send(handler, b"hallo", content_type="text/plain")) as url,
        open_url(url + "/a", allow_private=True) as answer,
    ):
        assert (answer.url, answer.status, answer.headers["content-type"], answer.read()) == (
            url + "/a",
            200,
            "text/plain",
            b"hallo",
        )


def test_content_is_posted():
    def echo(handler):
        body = handler.rfile.read(int(handler.headers["content-length"]))
        send(handler, handler.command.encode() + b" " + body)

    with serving(echo) as url:
        assert read(url, content=b"{}", headers={"Content-Type": "application/json"}) == b"POST {}"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_address_that_is_not_public_is_blocked(address):
    backend = Recorder()
    with pytest.raises(fetch.AddressBlocked, match="not a public address"):
        read("http://x.nl/", allow_private=False, resolve=lambda *_: [address], backend=backend)
    assert backend.connected == []


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:8.8.8.8"])
def test_public_address_is_reached(address):
    backend = Recorder()
    got = read("http://x.nl/", allow_private=False, resolve=lambda *_: [address], backend=backend)
    assert (got, backend.connected) == (b"ok", [address])


def test_one_private_address_among_public_ones_blocks_the_name():
    with pytest.raises(fetch.AddressBlocked):
        read(
            "http://x.nl/",
            allow_private=False,
            resolve=lambda *_: ["93.184.215.14", "127.0.0.1"],
            backend=Recorder(),
        )


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/"]
)
def test_this_machine_written_otherwise_is_blocked(url):
    with pytest.raises(fetch.AddressBlocked):
        read(url, allow_private=False, backend=Recorder())


def test_name_that_changes_its_answer_is_asked_once_and_the_checked_address_is_used():
    answers = [["93.184.215.14"], ["127.0.0.1"]]
    backend = Recorder()
    read(
        "http://x.nl/",
        allow_private=False,
        resolve=lambda *_: answers.pop(0),
        backend=backend,
    )
    assert backend.connected == ["93.184.215.14"]


@pytest.mark.parametrize("goal", ["http://intern.nl/", "//intern.nl/x"])
def test_redirect_to_a_private_address_is_blocked(goal):
    backend = Recorder(
        f"HTTP/1.1 302 Found\r\nlocation: {goal}\r\ncontent-length: 0\r\n\r\n".encode()
    )
    names = {"x.nl": ["93.184.215.14"], "intern.nl": ["10.0.0.5"]}
    with pytest.raises(fetch.AddressBlocked, match=r"intern\.nl"):
        read(
            "http://x.nl/",
            allow_private=False,
            resolve=lambda host, _: names[host],
            backend=backend,
        )
    assert backend.connected == ["93.184.215.14"]


def test_redirect_to_another_scheme_is_refused():
    with (
        serving(lambda handler: send(handler, status=302, location="file:///etc/passwd")) as url,
        pytest.raises(fetch.BadAddress, match="only http and https"),
    ):
        read(url)


def test_relative_redirect_is_followed():
    def answer(handler):
        if handler.path == "/oud":
            send(handler, status=301, location="nieuw")
        else:
            send(handler, b"hier")

    with serving(answer) as url:
        assert read(url + "/oud") == b"hier"


def test_sixth_redirect_is_refused():
    hops = []

    def answer(handler):
        hops.append(handler.path)
        send(handler, status=302, location=f"/{len(hops)}")

    with serving(answer) as url, pytest.raises(fetch.TooManyRedirects):
        read(url)
    assert len(hops) == 6


@pytest.mark.parametrize(
    "url",
    ["ftp://x.nl/", "file:///etc/passwd", "gopher://x.nl", "x.nl", "", "http://"],
)
def test_address_that_is_no_web_address_is_refused(url):
    with pytest.raises(fetch.BadAddress):
        read(url)


def test_password_in_an_address_is_refused_and_not_repeated():
    with pytest.raises(fetch.BadAddress) as caught:
        read("http://jan:geheim@x.nl/")
    assert "geheim" not in str(caught.value)


def test_too_many_bytes_announced_are_refused_unread():
    with (
        serving(lambda handler: send(handler, content_length="99999999")) as url,
        pytest.raises(fetch.TooLarge, match="99999999"),
    ):
        read(url, limits=Limits(size=100))


def test_too_many_bytes_unannounced_are_cut_off():
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 10_000)

    with serving(endless) as url, pytest.raises(fetch.TooLarge):
        read(url, limits=Limits(size=1_000_000))


def drip(handler, start: bytes, stop: threading.Event):
    handler.wfile.write(start)
    while not stop.wait(0.02):
        handler.wfile.write(b"a")
        handler.wfile.flush()


@pytest.mark.parametrize(
    "start", [b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.0 200 OK\r\nX-Slow: "], ids=["body", "headers"]
)
def test_slow_bytes_are_cut_off_at_the_deadline(start):
    stop = threading.Event()
    with (
        serving(lambda handler: drip(handler, start, stop)) as url,
        pytest.raises(fetch.TooSlow),
    ):
        read(url, limits=Limits(seconds=0.2))
        stop.set()


def test_silence_is_cut_off():
    stop = threading.Event()
    with (
        serving(lambda handler: stop.wait(10)) as url,
        pytest.raises(fetch.TooSlow, match=r"no answer in 0\.1 seconds"),
    ):
        read(url, limits=Limits(wait=0.1))
        stop.set()


def test_error_status_tells_status_and_when_to_come_back():
    with (
        serving(lambda handler: send(handler, status=503, retry_after="7")) as url,
        pytest.raises(fetch.BadAnswer) as caught,
    ):
        read(url)
    assert (caught.value.status, caught.value.retry_after) == (503, 7)


def test_compressed_answer_is_refused():
    with (
        serving(lambda handler: send(handler, b"x", content_encoding="gzip")) as url,
        pytest.raises(fetch.BadAnswer, match="compressed"),
    ):
        read(url)


def test_unknown_name_is_unreachable():
    def resolve(host, port):
        raise OSError("no such name")

    with pytest.raises(fetch.Unreachable, match="unknown name"):
        read("http://bestaat-niet.nl/", resolve=resolve)


def test_error_of_the_reader_is_left_alone():
    with (
        serving(lambda handler: send(handler, b"hallo")) as url,
        pytest.raises(OSError, match="disk full"),
        open_url(url, allow_private=True),
    ):
        raise OSError("disk full")
