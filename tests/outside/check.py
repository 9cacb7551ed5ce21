"""Do programs that are not ours read what we write? RDF part: rdflib parses every export, pyshacl finds no fault.

Usage: check.py PROGRAM GRAPH, where PROGRAM is the claimgraph binary and GRAPH a folder that `build` wrote.
Needs rdflib and pyshacl from PyPI. Exit code 1 where anything differs.
"""

import pathlib
import subprocess
import sys

import pyshacl
import rdflib

FORMATS = [("turtle", "turtle"), ("trig", "trig"), ("ntriples", "nt"), ("nquads", "nquads"), ("rdfxml", "xml"),
           ("jsonld", "json-ld")]
SHAPES = pathlib.Path(__file__).resolve().parents[2] / "ontology" / "shapes.ttl"


def count(text: bytes, name: str) -> int:
    """How many triples rdflib finds; each stands in one graph only, so that formats without graphs lose none."""
    if name in ("trig", "nquads", "json-ld"):
        dataset = rdflib.Dataset()
        dataset.parse(data=text, format=name)
        return sum(1 for _ in dataset.quads((None, None, None, None)))
    return len(rdflib.Graph().parse(data=text, format=name))


def main() -> int:
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    nquads = (folder / "graph.nq").read_bytes()
    wanted = nquads.count(b"\n")
    faults = 0
    if nquads.splitlines() != sorted(nquads.splitlines()):
        print("FAIL graph.nq is not sorted")
        faults += 1
    for ours, theirs in FORMATS:
        export = subprocess.run([program, "export", "-g", folder, "--format", ours], capture_output=True, check=False)
        found = count(export.stdout, theirs) if export.returncode == 0 else export.stderr.decode()
        print(f"{'ok  ' if found == wanted else 'FAIL'} {ours}: {found} of {wanted} quads")
        faults += found != wanted
    found = count((folder / "graph.ttl").read_bytes(), "turtle")
    print(f"{'ok  ' if found == wanted else 'FAIL'} graph.ttl: {found} of {wanted} quads")
    faults += found != wanted
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=str(SHAPES), advanced=False)
    print(f"{'ok  ' if conforms else 'FAIL'} pyshacl")
    if not conforms:
        print(report[:4000])
    return 1 if faults or not conforms else 0


if __name__ == "__main__":
    sys.exit(main())
