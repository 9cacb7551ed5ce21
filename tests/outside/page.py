"""The page in headless Chromium: click, search, filter, evidence, keys, narrow and dark; hostile documents inject nothing.

    python3 tests/outside/page.py CLAIMGRAPH [--pictures FOLDER] [--large]

CLAIMGRAPH is the program. `--large` also draws 10,000 entities and says how long the page takes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from browser import Browser, chromium

here = os.path.dirname(os.path.abspath(__file__))
fixture = os.path.join(here, "..", "fixtures", "draw")
READY = "document.documentElement.dataset.ready === 'yes'"
HEADING = "document.querySelector('#panel h2').textContent"
program = sys.argv[1]
pictures = sys.argv[sys.argv.index("--pictures") + 1] if "--pictures" in sys.argv else None


def export(folder, path, *more):
    subprocess.run([program, "export", "-g", folder, "-o", path, *more], check=True)


def picture(browser, name):
    if pictures:
        browser.picture(os.path.join(pictures, name + ".png"))


def quiet(browser):
    """Nothing failed, nothing was blocked, nothing was asked for from outside, nothing was injected."""
    problems = [problem for problem in browser.problems() if "GL Driver Message" not in problem]
    assert not problems, problems
    assert browser.js("window.injected") is None
    assert browser.js("document.scripts.length") == 7 and browser.js("document.querySelectorAll('img, iframe, svg svg').length") == 0
    strange = "[...document.querySelectorAll('*')].flatMap((e) => [...e.attributes]).filter((a) => a.name.startsWith('on')).length"
    assert browser.js(strange) == 0
    assert browser.js("[...document.querySelectorAll('a')].every((a) => /^https?:/.test(a.protocol))")


def search(browser, words):
    browser.js("document.activeElement.blur(); document.getElementById('search').value = ''")
    browser.key("/")
    browser.type(words)
    browser.key("Enter")


def look_around(browser):
    assert browser.js("document.querySelectorAll('#panel .list li').length") == 8
    search(browser, "hentz")
    assert browser.js(HEADING) == "Hentzauers"
    sides = browser.js("[...document.querySelectorAll('.sides > div')].map((side) => [...side.querySelectorAll('.claim')].map((card) => card.className))")
    assert ["claim asserted"] in sides and ["claim denied"] in sides, sides
    picture(browser, "contested")
    browser.click("#panel .claim.denied .evidence")
    here = browser.js("document.querySelector('.document .here mark').textContent")
    assert here == "“Ruritania never detained Hentzauers,” said Michael Elphberg.", here
    assert browser.js("document.querySelector('.claim blockquote mark:not(.who)').textContent") == "never"
    picture(browser, "evidence")
    browser.click("#panel .back")
    assert browser.js(HEADING) == "Hentzauers"
    browser.click("#panel .claim .what .name, #panel .claim .what button")
    assert browser.js(HEADING) == "Ruritania" and "ruritania" in browser.js("location.hash")


def law_two(browser):
    """No card and no line of what is not asserted, or is contested, looks plain."""
    cards = browser.js("claims.map((claim) => claimCard(claim)).map((card) => [card.className, card.querySelector('.badge').textContent, !!card.querySelector('.contested')])")
    assert all(name == f"claim {badge}" for name, badge, _ in cards), cards
    edges = browser.js("model.mapEdges((key, edge) => [edge.label, edge.color, edge.claims.map((c) => [c.p, STANCES[c.t], c.c])])")
    for label, _, claims in edges:
        for part in label.split(" · "):
            if "(" not in part:
                own = [claim for claim in claims if claim[0] == part]
                assert any(stance == "asserted" for _, stance, _ in own) and not any(contested for *_, contested in own), label
    assert browser.js("new Set(Object.values(theme.lines)).size") >= 7


def click_in_graph(browser):
    search(browser, "Zenda")
    assert browser.js(HEADING) == "Zenda"
    browser.js("document.activeElement.blur()")
    browser.key("Escape")
    assert browser.js(HEADING) == "Entities"
    time.sleep(0.3)
    x, y = browser.js("(() => { const p = sigma.graphToViewport(model.getNodeAttributes(current ?? things.findIndex((t) => t.name === 'Zenda'))), r = canvas.getBoundingClientRect(); return [r.x + p.x, r.y + p.y]; })()")
    browser.click_at(x, y)
    browser.wait(f"{HEADING} === 'Zenda'")


def labels_apart(browser):
    """No name in the drawing covers another, at any nearness."""
    browser.js("window.drawn = []; { const fill = CanvasRenderingContext2D.prototype.fillText; CanvasRenderingContext2D.prototype.fillText = function (text, x, y) { if (this === sigma.canvasContexts.labels) { const size = sigma.getSetting('labelSize'); window.drawn.push([text, x, y - size * 0.83, this.measureText(text).width, size]); } fill.call(this, text, x, y); }; } null")
    for ratio in (1, 0.5, 0.25):
        browser.js(f"window.drawn.length = 0; sigma.getCamera().setState({{ ratio: {ratio} }}); sigma.refresh(); null")
        drawn = browser.js("window.drawn")
        assert drawn or ratio < 1
        for at, (one, a, b, wide, high) in enumerate(drawn):
            for other, c, d, width, height in drawn[:at]:
                assert a >= c + width or c >= a + wide or b >= d + height or d >= b + high, (ratio, one, other)
    browser.js("sigma.getCamera().setState({ ratio: 1 }); null")


def filters(browser):
    browser.js("document.activeElement.blur()")
    browser.key("Escape")
    count = "document.getElementById('counts').textContent"
    before = browser.js(count)
    assert "11 of 11 claims" in before, before
    browser.click("#stances .choice input")
    assert "6 of 11" in browser.js(count), browser.js(count)
    assert browser.js("model.filterEdges((k, e) => !e.hidden && e.claims.every((c) => c.t === 0)).length") == 0
    browser.click("#reset")
    assert browser.js(count) == before
    browser.click("[data-none=documents]")
    assert "0 of 11" in browser.js(count)
    browser.click("#documents .choice input")
    assert "4 of 11" in browser.js(count) or "5 of 11" in browser.js(count) or "2 of 11" in browser.js(count), browser.js(count)
    browser.click("#reset")
    browser.js("document.getElementById('from').focus()")
    for _ in range(12):
        browser.key("ArrowRight")
    assert browser.js("document.getElementById('days').textContent") == "1895-01 to 1895-12"
    assert "3 of 11" in browser.js(count) and browser.js("document.activeElement.id") == "from"
    browser.click("#reset")
    assert browser.js(count) == before


def hostile(browser):
    search(browser, "onerror")
    assert browser.js(HEADING) == "<img src=x onerror=window.injected=2>"
    assert browser.js("document.querySelectorAll('#panel .claim').length") > 0
    browser.click("#panel .evidence")
    picture(browser, "hostile")
    browser.js("claims.forEach((claim) => { showDocument(claim.d, claim); showEntity(claim.s); })")
    for words in ("<", "script", "\"", "=SUM"):
        search(browser, words)
    quiet(browser)


def narrow_and_dark(browser, page):
    for width, dark in ((390, False), (390, True), (1400, True)):
        browser.size(width, 844, dark)
        browser.open(page, READY)
        assert browser.js("document.documentElement.scrollWidth") <= width
        search(browser, "Ruritania")
        time.sleep(0.3)
        picture(browser, f"{width}-{'dark' if dark else 'light'}")
        quiet(browser)


def large(browser, directory):
    """10,000 entities in 200 documents, 30,000 claims."""
    with open(os.path.join(directory, "annotations.jsonl"), "w", encoding="utf-8") as out:
        for number in range(200):
            ids = [(number * 47 + at * at * 13) % 10000 for at in range(90)] + list(range(number * 50, number * 50 + 50))
            entities = [{"id": f"e{i}", "key": f"person/p-{i}", "type": "Person", "name": f"Person {i}"} for i in sorted(set(ids))]
            claims = [{"id": f"c{at}", "predicate": ["meets", "accuses", "funds"][at % 3], "subject": f"e{ids[at % 140]}",
                       "object": f"e{ids[(at * 7 + 1) % 140]}", "modality": ["asserted", "alleged"][at % 2], "polarity": "positive",
                       "sentence": [at * 80, at * 80 + 70], "quote": f"Person {ids[at % 140]} is said to have met somebody, number {at}."}
                      for at in range(150)]
            mentions = [{"id": f"m{at}", "start": at * 80, "end": at * 80 + 8, "text": "Person x", "type": "Person", "entity": f"e{i}"} for at, i in enumerate(ids)]
            out.write(json.dumps({"id": f"d{number}", "date": f"20{number % 20:02}-01-01", "entities": entities, "mentions": mentions, "claims": claims}) + "\n")
    page = os.path.join(directory, "large.html")
    start = time.time()
    export(directory, page)
    exported, start = time.time() - start, time.time()
    browser.size(1400, 900)
    browser.open(page, READY)
    opened, start = time.time() - start, time.time()
    search(browser, "Person 4711")
    browser.wait(f"{HEADING} === 'Person 4711'")
    searched, start = time.time() - start, time.time()
    browser.click("#stances .choice input")
    filtered = time.time() - start
    picture(browser, "large")
    size = os.path.getsize(page) / 1e6
    print(f"10,000 entities, {size:.1f} MB: exported in {exported:.1f} s, opened in {opened:.1f} s, "
          f"search {searched:.1f} s, filter {filtered:.1f} s")
    assert opened < 20 and searched < 5 and filtered < 5


def main():
    if not chromium():
        print("no Chromium here; the page is not tested")
        return
    browser = Browser()
    try:
        with tempfile.TemporaryDirectory() as directory:
            page = os.path.join(directory, "page.html")
            export(fixture, page)
            browser.open(page, READY)
            quiet(browser)
            for test in (look_around, law_two, click_in_graph, labels_apart, filters, hostile):
                test(browser)
                print(f"{test.__name__}: fine")
            narrow_and_dark(browser, page)
            print("narrow and dark: fine")
            for argument in (["Ruritania"], ["<img src=x onerror=window.injected=2>"], ["--document", "hostile"]):
                dossier = os.path.join(directory, "dossier.html")
                subprocess.run([program, "dossier", "-g", fixture, "-o", dossier, *argument], check=True)
                browser.open(dossier)
                assert browser.js("document.scripts.length") == 0 and browser.js("window.injected") is None
                assert not browser.problems(), browser.problems()
                assert browser.js("document.querySelectorAll('li').length") > 0
                picture(browser, "dossier-" + argument[-1][:4].strip("<-"))
            print("dossiers: fine")
            if "--large" in sys.argv:
                large(browser, directory)
    finally:
        browser.close()


main()
