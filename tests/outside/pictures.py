"""The README's four pictures: a terminal, the page, the evidence, the GraphML drawn.

    python3 tests/outside/pictures.py CLAIMGRAPH GRAPH OUT

CLAIMGRAPH is the program, GRAPH a folder that `build` wrote, OUT a folder for terminal.png, page.png, evidence.png and
graph.png. Needs Chromium. The GraphML is drawn as any reader would: circles where `x` and `y` are, in the colour and size given.
"""

import html
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

from browser import Browser

program, graph, out = sys.argv[1:4]
NS = "{http://graphml.graphdrawing.org/xmlns}"


def terminal(path):
    command = ["ask", "accusations", "-g", graph]
    text = subprocess.run([program, *command], capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "100"}).stdout
    shown = "\n".join(text.splitlines()[:24])
    style = "margin:0;padding:18px;background:#1d1f21;color:#e8e8e8;font:14px/1.45 monospace;white-space:pre"
    with open(path, "w") as file:
        file.write(f"<meta charset=utf-8><body style='margin:0'><pre style='{style}'>$ claimgraph ask accusations\n{html.escape(shown)}</pre>")


def drawing(path):
    root = ET.parse(os.path.join(graph, "graph.graphml")).getroot()
    names = {key.get("id"): key.get("attr.name") for key in root.iter(NS + "key")}
    value = lambda element: {names[data.get("key")]: data.text for data in element.iter(NS + "data")}
    nodes = {node.get("id"): value(node) for node in root.iter(NS + "node")}
    place = {key: (float(node["x"]), -float(node["y"])) for key, node in nodes.items()}
    low = [min(spot[axis] for spot in place.values()) for axis in (0, 1)]
    high = [max(spot[axis] for spot in place.values()) for axis in (0, 1)]
    scale = min(1120 / max(high[0] - low[0], 1), 680 / max(high[1] - low[1], 1))
    at = lambda key: [(place[key][axis] - low[axis]) * scale + 40 for axis in (0, 1)]
    parts = []
    for edge in root.iter(NS + "edge"):
        (a, b), (c, d) = at(edge.get("source")), at(edge.get("target"))
        data = value(edge)
        colour = f"rgb({data.get('r', 150)},{data.get('g', 150)},{data.get('b', 150)})"
        parts.append(f"<line x1='{a:.0f}' y1='{b:.0f}' x2='{c:.0f}' y2='{d:.0f}' stroke='{colour}' stroke-opacity='.5'/>")
    size = lambda node: float(node.get("size", 1))
    largest = max(map(size, nodes.values()))
    discs = {key: (*at(key), 3 + 15 * size(node) / largest) for key, node in nodes.items()}
    taken = [(x - radius, x + radius, y - radius, y + radius) for x, y, radius in discs.values()]
    for key, node in sorted(nodes.items(), key=lambda item: -size(item[1])):
        x, y, radius = discs[key]
        parts.append(f"<circle cx='{x:.0f}' cy='{y:.0f}' r='{radius:.1f}' fill='rgb({node['r']},{node['g']},{node['b']})' stroke='white'/>")
        # A label stands beside its vertex where neither a vertex nor the label of a larger one stands, as on the page.
        wide = 7 * len(node["label"])
        beside = ("start", x + radius + 2, y, 0), ("end", x - radius - 2, y, wide)
        below = ("middle", x, y + radius + 8, wide / 2), ("middle", x, y - radius - 8, wide / 2)
        for anchor, start, middle, before in beside + below:
            left = start - before
            box = (left, left + wide, middle - 7, middle + 7)
            if left >= 0 and not any(box[0] < b and a < box[1] and box[2] < d and c < box[3] for a, b, c, d in taken):
                taken.append(box)
                parts.append(f"<text x='{start:.0f}' y='{middle + 4:.0f}' text-anchor='{anchor}'>{html.escape(node['label'])}</text>")
                break
    with open(path, "w") as file:
        file.write("<meta charset=utf-8><body style='margin:0'><svg width=1200 height=760 style='background:white;font:12px sans-serif'>" + "".join(parts) + "</svg>")


with tempfile.TemporaryDirectory() as folder:
    browser = Browser(1200, 760)
    for name, make, height in (("terminal", terminal, 560), ("graph", drawing, 760)):
        path = os.path.join(folder, name + ".html")
        make(path)
        browser.size(1200 if name == "graph" else 900, height)
        browser.open(path)
        browser.picture(os.path.join(out, name + ".png"))
    page = os.path.join(folder, "page.html")
    subprocess.run([program, "export", "-g", graph, "-o", page], check=True)
    browser.size(1200, 760)
    browser.open(page, "document.documentElement.dataset.ready === 'yes'")
    browser.picture(os.path.join(out, "page.png"))
    browser.click("#panel .list li button, #panel .list li a")
    browser.click("#panel .claim .evidence")
    browser.picture(os.path.join(out, "evidence.png"))
    browser.close()
