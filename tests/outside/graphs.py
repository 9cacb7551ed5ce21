"""Outside readers read our graph files: networkx, igraph, and Gephi's importer as its source reads.

    python3 tests/outside/graphs.py CLAIMGRAPH [GRAPH]

CLAIMGRAPH is the program, GRAPH a folder that `build` wrote (else the fixture). For every view and profile: each reader
finds the same vertices, edges, labels and types, and they are those of the records; every key is one that Gephi takes.
"""

import collections
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import igraph
import networkx

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
# What Gephi's GraphML importer knows: types of columns, and names that set a property (ImporterGraphML.java).
TYPES = {"boolean", "int", "long", "float", "double", "string"}
PROPERTIES = {"node": {"label": "string", "x": "double", "y": "double", "size": "double", "r": "int", "g": "int", "b": "int"},
              "edge": {"label": "string", "weight": "double", "r": "int", "g": "int", "b": "int"}}
STANCES = ["asserted", "reported", "alleged", "planned", "negated", "denied"]
here = os.path.dirname(os.path.abspath(__file__))
program = sys.argv[1]
folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, "..", "fixtures", "draw")


def run(*arguments):
    return subprocess.run([program, *arguments, "-g", folder], check=True, capture_output=True).stdout


def stance(claim):
    said = claim.get("speaker") or claim.get("reported_in")
    if claim["polarity"] == "negative":
        return "denied" if said else "negated"
    if claim["modality"] == "asserted":
        return "reported" if said else "asserted"
    return claim["modality"]


def expected():
    """The edges of the entities view, from the records alone: ends and predicate, with counts by stance."""
    edges, things = collections.defaultdict(collections.Counter), {}
    with open(os.path.join(folder, "annotations.jsonl"), encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if "claimgraph" in record:
                continue
            keys = {entity["id"]: entity["key"] for entity in record["entities"]}
            things.update((entity["key"], entity) for entity in record["entities"])
            for claim in record["claims"]:
                if claim.get("object") in keys and claim["subject"] in keys:
                    ends = keys[claim["subject"]], claim["predicate"], keys[claim["object"]]
                    edges[ends][stance(claim)] += 1
    return things, edges


def gephi(text, profile):
    """Gephi's rules for GraphML, restated; gives its vertices and edges as it would hold them."""
    root = xml.fromstring(text)
    assert root.tag == GRAPHML + "graphml"
    keys, properties = {}, {"node": {}, "edge": {}}
    for key in root.findall(GRAPHML + "key"):
        of, name, kind = key.get("for"), key.get("attr.name"), key.get("attr.type")
        assert of in ("node", "edge"), f"for={of!r} makes a plain column"
        assert key.get("id") not in keys, f"key {key.get('id')} twice"
        if name is None:
            assert profile == "yed" and key.get("yfiles.type"), key.attrib
            continue
        assert kind in TYPES, f"{name}: type {kind!r} drops the column"
        assert key.get("id") not in ("d3", "d7"), "yEd's label by its id"
        if name in PROPERTIES[of]:
            assert kind == PROPERTIES[of][name], (name, kind)
            properties[of][key.get("id")] = name
            assert key.find(GRAPHML + "default") is None, f"Gephi ignores the default of {name}"
        keys[key.get("id")] = of, name, kind
    graph = root.find(GRAPHML + "graph")
    assert graph.get("edgedefault") in ("directed", "undirected")
    found = {"node": {}, "edge": {}}
    for of in found:
        for element in graph.findall(GRAPHML + of):
            assert element.get("id") and element.get("id") not in found[of], "ids are there and unique"
            assert not element.findall(GRAPHML + "desc"), "a desc overwrites the label"
            values = dict(element.attrib)
            for datum in element.findall(GRAPHML + "data"):
                if datum.get("key") not in keys:
                    continue
                belongs, name, kind = keys[datum.get("key")]
                assert belongs == of, f"{name} of a {belongs} on a {of}"
                convert = {"int": int, "double": float, "boolean": lambda text: {"true": True, "false": False}[text]}
                values[("column", name)] = convert.get(kind, str)(datum.text or "")
            found[of][element.get("id")] = values
    if profile == "gephi":
        types = collections.Counter((edge["source"], edge["target"], edge["label"]) for edge in found["edge"].values())
        assert not types or max(types.values()) == 1 or "claim/" in text, "parallel edges of one type are summed"
        for values in found["node"].values():
            assert {("column", name) for name in PROPERTIES["node"]} <= set(values), f"looks are missing: {values}"
    for edge in found["edge"].values():
        assert edge["source"] in found["node"] and edge["target"] in found["node"]
    return graph.get("edgedefault"), found


def check(view, profile, directory):
    path = os.path.join(directory, f"{view}-{profile}.graphml")
    run("export", "--format", "graphml", "--view", view, "--profile", profile, "-o", path)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    direction, found = gephi(text, profile)
    one = networkx.read_graphml(path, force_multigraph=True)
    two = igraph.Graph.Read_GraphML(path)
    assert one.is_directed() == two.is_directed() == (direction == "directed")
    column = lambda values, name: values.get(("column", name))
    ours = sorted((key, column(values, "label"), column(values, "class")) for key, values in found["node"].items())
    assert ours == sorted((key, values["label"], values["class"]) for key, values in one.nodes(data=True))
    assert ours == sorted((vertex["id"], vertex["label"], vertex["class"]) for vertex in two.vs)
    ends = lambda a, b: (a, b) if direction == "directed" else tuple(sorted((a, b)))
    ours = sorted((*ends(edge["source"], edge["target"]), column(edge, "predicate"), column(edge, "label"),
                   column(edge, "weight")) for edge in found["edge"].values())
    assert ours == sorted((*ends(a, b), values["predicate"], values["label"], values["weight"])
                          for a, b, values in one.edges(data=True))
    names = two.vs["id"]
    assert ours == sorted((*ends(names[edge.source], names[edge.target]), edge["predicate"], edge["label"], edge["weight"])
                          for edge in two.es)
    if two.es:
        assert all(isinstance(value, float) for value in two.es["weight"]), "types survive"
    return found


def entities_view(found, things, edges):
    column = lambda values, name: values.get(("column", name))
    assert set(found["node"]) == set(things), "every entity is a vertex and nothing else"
    for key, values in found["node"].items():
        assert column(values, "class") == things[key]["type"]
    seen = set()
    for edge in found["edge"].values():
        triple = edge["source"], column(edge, "predicate"), edge["target"]
        counts = edges[triple]
        seen.add(triple)
        for name in STANCES:
            assert (column(edge, name) or 0) == counts[name], (triple, name)
        assert column(edge, "weight") == sum(counts.values())
        fact = counts["asserted"] and not counts["negated"] and not counts["denied"]
        label = column(edge, "label")
        assert (label == triple[1]) == bool(fact), f"{label!r} with {dict(counts)}"
        positive = counts["asserted"] + counts["reported"] + counts["alleged"]
        contested = bool(positive and counts["negated"] + counts["denied"])
        assert bool(column(edge, "contested")) == contested, triple
    assert seen == set(edges), "every relation is an edge"


def gexf(view):
    root = xml.fromstring(run("export", "--format", "gexf", "--view", view))
    assert root.get("version") == "1.3"
    graph = root.find(GEXF + "graph")
    assert (graph.get("mode"), graph.get("timeformat"), graph.get("timerepresentation")) == ("dynamic", "date", "interval")
    columns = {}
    for group in graph.findall(GEXF + "attributes"):
        assert group.get("mode") == "static"
        columns[group.get("class")] = {one.get("id"): one.get("type") for one in group}
    assert all(kind in ("string", "integer", "double", "boolean") for group in columns.values() for kind in group.values())
    nodes = {node.get("id") for node in graph.iter(GEXF + "node")}
    for of in ("node", "edge"):
        for element in graph.iter(GEXF + of):
            for value in element.iter(GEXF + "attvalue"):
                assert value.get("for") in columns[of]
            if element.get("start"):
                assert element.get("start") <= element.get("end")
            assert element.find(VIZ + "color") is not None
            if of == "edge":
                assert {element.get("source"), element.get("target")} <= nodes
    return len(nodes), sum(1 for _ in graph.iter(GEXF + "edge"))


def tables(things):
    rows = {}
    for kind in ("csv-entities", "csv-claims"):
        text = run("export", "--format", kind).decode()
        rows[kind] = list(csv.DictReader(io.StringIO(text, newline="")))
        for cell in (cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), f"a formula: {cell!r}"
    assert {row["key"] for row in rows["csv-entities"]} == set(things)
    for row in rows["csv-claims"]:
        plain = f"— {row['predicate']} —" in row["statement"] or f"— {row['predicate']}:" in row["statement"]
        assert row["stance"] == "asserted" or not plain, row["statement"]


def main():
    things, edges = expected()
    with tempfile.TemporaryDirectory() as directory:
        for view in ("entities", "claims", "documents", "co-mention"):
            for profile in ("gephi", "yed", "cytoscape"):
                found = check(view, profile, directory)
                if view == "entities":
                    entities_view(found, things, edges)
            counts = len(found["node"]), len(found["edge"])
            assert gexf(view) == counts
            print(f"{view}: {counts[0]} vertices, {counts[1]} edges; networkx, igraph and Gephi's rules agree")
    tables(things)
    for threads in ("1", "2"):
        os.environ["RAYON_NUM_THREADS"] = threads
        outputs = [run("export", "--format", kind) for kind in ("graphml", "gexf", "html", "csv-claims")]
        assert threads == "1" or outputs == before, "the same bytes on any number of threads"
        before = outputs
    print("tables safe; the same bytes on 1 and 2 threads")


main()
