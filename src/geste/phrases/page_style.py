"""Page style: how the one-page charter looks, on a screen and on A4. The type shrinks with what there is to say."""

from geste.phrases.one_page import OnePage
from geste.phrases.page_fit import COLUMNS, purpose_size, type_size

_STYLE = """\
@page { size: A4; margin: 0; }
:root { --ink: #1d2b2a; --deep: #0e4a46; --warm: #b4532a; --line: #d9d3c7; --soft: #f6f2ea; --base: %(base)spt; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #e9e4da; color: var(--ink); -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font: var(--base)/1.32 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
.sheet { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 12mm 13mm 9mm; background: #fffdf9;
  border-top: 3mm solid var(--deep); display: flex; flex-direction: column;
  justify-content: space-between; gap: 1.1em; box-shadow: 0 1mm 6mm #0003; }
h1, h2, .distinctive { font-family: "Iowan Old Style", "Palatino Linotype", Georgia, "DejaVu Serif", serif; }
.kicker { display: flex; justify-content: space-between; gap: 2em; align-items: baseline; padding-bottom: .7em; }
.kicker strong { font-size: 1.25em; letter-spacing: .02em; color: var(--deep); }
.kicker span { text-align: right; color: #5d6967; }
.purpose { font-size: %(purpose)sem; line-height: 1.12; font-weight: 600; color: var(--deep); letter-spacing: -.01em;
  text-wrap: balance; }
.distinctive { font-style: italic; font-size: 1.35em; color: var(--warm); padding-top: .35em; }
h2 { font-size: 1.12em; font-weight: 700; color: var(--deep); padding-bottom: .3em; }
ul, ol { list-style: none; }
.guidelines ul { columns: 2; column-gap: 2.2em; }
.guidelines li { break-inside: avoid; padding: .1em 0 .1em 1.1em; text-indent: -1.1em; }
.guidelines li::before { content: "•"; color: var(--warm); display: inline-block; width: 1.1em; text-indent: 0; }
table { width: 100%%; border-collapse: collapse; table-layout: fixed; }
thead th { text-align: left; font-weight: 600; font-size: .86em; color: #5d6967; padding: 0 .6em .25em 0;
  border-bottom: .35mm solid var(--deep); }
th:nth-child(1) { width: %(name)s; }
th:nth-child(2) { width: %(who)s; }
th:nth-child(3) { width: %(up_to)s; }
tbody tr { break-inside: avoid; }
tbody tr:nth-child(even) { background: var(--soft); }
tbody th, td { text-align: left; vertical-align: top; padding: .32em .7em .32em 0;
  border-bottom: .2mm solid var(--line); }
tbody th, thead th:first-child { padding-left: .4em; }
tbody th { font-weight: 700; }
th small { display: block; font-weight: 400; font-style: italic; color: #5d6967; }
td:nth-child(3) { color: var(--warm); font-weight: 600; }
td div + div { padding-top: .1em; }
td ol { counter-reset: step; }
td li { counter-increment: step; display: inline; }
td li::before { content: counter(step) ".\\00a0"; color: var(--warm); }
td li + li::before { content: " " counter(step) ".\\00a0"; }
.blocks { columns: 3; column-gap: 1.8em; }
.blocks section { break-inside: avoid; padding-bottom: .9em; }
.blocks section:first-child { break-inside: auto; }
.blocks li { padding-bottom: .28em; break-inside: avoid; }
.blocks section:first-child li { border-left: .7mm solid var(--warm); padding-left: .6em; margin-bottom: .28em;
  padding-bottom: 0; }
small { font-size: .88em; color: #5d6967; }
.sheet > * { flex: none; }
.signatures { display: flex; gap: 2em; flex-wrap: wrap; padding-top: 2.4em; }
.signature { flex: 1; border-top: .25mm solid var(--ink); padding-top: .25em; font-size: .88em; color: #5d6967; }
.version { display: flex; justify-content: space-between; gap: 2em; padding-top: .8em; font-size: .82em;
  color: #5d6967; }
@media print {
  html { background: #fffdf9; }
  .sheet { margin: 0; box-shadow: none; height: 296.8mm; min-height: 0; overflow: hidden; }
}
@media screen and (max-width: 200mm) {
  .sheet { width: auto; margin: 0; padding: 6vw; }
  .blocks, .guidelines ul { columns: 1; }
}
"""


def stylesheet(page: OnePage) -> str:
    """Return the style of a page, in the type size that lets it stand on one sheet."""
    name, who, up_to, _ = (f"{share:.0%}" for share in COLUMNS)
    return _STYLE % {
        "base": type_size(page),
        "purpose": purpose_size(page),
        "name": name,
        "who": who,
        "up_to": up_to,
    }
