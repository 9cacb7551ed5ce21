"""Does FollowTheMoney take what we write? Its own model validates every entity, and every link leads somewhere.

    python3 tests/outside/money.py CLAIMGRAPH GRAPH

Needs followthemoney from PyPI (its installation takes minutes, so .ci/run calls this only where it is there).
Also checks law 2 from the records alone: a relation stands only where a claim in the document's own voice states it.
"""

import collections
import json
import pathlib
import subprocess
import sys

from followthemoney import model

EDGES = {"UnknownLink": ("subject", "object"), "Membership": ("member", "organization"), "Occupancy": ("holder", "post"),
         "Documentation": ("entity", "document"), "Sanction": ("authority", "entity")}


def asserted(claim):
    return (claim["polarity"], claim["modality"]) == ("positive", "asserted") and not (
        claim.get("speaker") or claim.get("reported_in"))


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    text = subprocess.run([program, "export", "-g", folder, "-f", "ftm"], check=True, capture_output=True).stdout
    entities = [json.loads(line) for line in text.decode().splitlines()]
    proxies = {entity["id"]: model.get_proxy(entity) for entity in entities}
    assert len(proxies) == len(entities), "ids are unique"
    sentences = collections.Counter()
    for line in (folder / "annotations.jsonl").read_text().splitlines()[1:]:
        for claim in filter(asserted, json.loads(line)["claims"]):
            sentences[claim["quote"]] += 1
    for entity in entities:
        proxy = proxies[entity["id"]]
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == values, f"{entity['id']}: {name} {values} is read as {proxy.get(name)}"
            if proxy.schema.get(name).type.name == "entity":
                wanted = proxy.schema.get(name).range
                assert all(proxies[value].schema.is_a(wanted) for value in values), f"{entity['id']}: {name}"
        if entity["schema"] in EDGES:
            assert all(entity["properties"].get(end) for end in EDGES[entity["schema"]]), entity
            assert all(sentences[quote] for quote in entity["properties"]["description"]), f"nobody asserts {entity}"
    counts = collections.Counter(entity["schema"] for entity in entities)
    print("FollowTheMoney takes all:", ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))


main()
