"""The demo as somebody starts it: in an empty folder, asked over HTTP, stopped with Ctrl-C."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.parse
import urllib.request

import pytest

GROUPS = ("groep-questions", "groep-answers", "groep-supply", "groep-people")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


@pytest.fixture(scope="module")
def taken_port():
    """A port on which somebody else already listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture(scope="module")
def demo(tmp_path_factory, taken_port):
    """A running demo in a folder with a space: its process and the lines up to the last address."""
    folder = tmp_path_factory.mktemp("een lege map")
    for part in (folder, *folder.parents[:2]):
        part.chmod(0o755)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SAMENSPEL_", "DJANGO_"))
    }
    environment |= {"SAMENSPEL_DATA": str(folder), "SAMENSPEL_EMBEDDER": "none"}
    process = subprocess.Popen(
        [sys.executable, "-m", "samenspel", "demo", "--port", str(taken_port)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            break
    yield process, "".join(lines), folder
    process.send_signal(signal.SIGINT)
    process.wait(30)


@pytest.fixture(scope="module")
def browser(demo):
    """Something that keeps cookies."""
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))


pytestmark = pytest.mark.xdist_group("demo")


def site(output):
    """The address of the home page in what the demo printed."""
    return ADDRESS.search(output).group()


def test_demo_says_that_the_port_is_taken(demo, taken_port):
    assert f"Poort {taken_port} is bezet" in demo[1]


def test_demo_prints_a_sign_in_link_for_every_role(demo):
    assert len(re.findall(r"/demo/inloggen/", demo[1])) >= 11


def test_question_over_http_answers_in_four_groups(demo, browser):
    home = browser.open(site(demo[1])).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', home).group(1)
    values = {
        "csrfmiddlewaretoken": token,
        "text": "Hoe help ik kleuters aan meer woorden?",
        "intention": "look",
    }
    page = (
        browser.open(f"{site(demo[1])}vraag/", urllib.parse.urlencode(values).encode())
        .read()
        .decode()
    )
    groups = dict(zip(GROUPS, re.split(r'id="groep-', page)[1:], strict=True))
    assert [name for name, group in groups.items() if "<article" not in group] == []


def test_sign_in_link_signs_in(demo, browser):
    link = re.search(r"http\S+/demo/inloggen/\S+", demo[1]).group()
    assert "Je kijkt nu mee als" in browser.open(link).read().decode()


def test_interrupt_stops_everything_that_was_started(demo):
    process, output, folder = demo
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    with pytest.raises(OSError):
        urllib.request.urlopen(site(output), timeout=2)
    assert not (folder / "postgres" / "postmaster.pid").exists()
