"""Do programs that are not ours read what we write? RDF part: rdflib parses every export and the profiles, pyshacl finds no fault.

Usage: check.py PROGRAM GRAPH, where PROGRAM is the claimgraph binary and GRAPH a folder that `build` wrote.
Needs rdflib and pyshacl from PyPI. Exit code 1 where anything differs.
"""

import json
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


NP = rdflib.Namespace("http://www.nanopub.org/nschema#")
NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ITSRDF = rdflib.Namespace("http://www.w3.org/2005/11/its/rdf#")


def export(program: str, folder: pathlib.Path, *arguments: str) -> bytes:
    return subprocess.run([program, "export", "-g", folder, *arguments], capture_output=True, check=True).stdout


def nanopubs(text: bytes) -> int:
    """How many nanopublications there are, all of them whole."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=text, format="trig")
    found = list(dataset.quads((None, rdflib.RDF.type, NP.Nanopublication, None)))
    for iri, _, _, head in found:
        parts = [dataset.value(iri, link) for link in (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo)]
        assertion, provenance, information = (dataset.graph(part) for part in parts)
        assert len({head, *parts}) == 4 and len(assertion), iri
        assert (parts[0], None, None) in provenance and (iri, None, None) in information, iri
    return len(found)


def strings(text: bytes) -> int:
    """How many linked phrases there are, each with the words that stand in its context."""
    graph = rdflib.Graph().parse(data=text, format="turtle")
    whole = {context: str(graph.value(context, NIF.isString)) for context in graph.subjects(rdflib.RDF.type, NIF.Context)}
    for string, words in graph.subject_objects(NIF.anchorOf):
        begin, end = (int(graph.value(string, link)) for link in (NIF.beginIndex, NIF.endIndex))
        assert whole[graph.value(string, NIF.referenceContext)][begin:end] == str(words), string
    return len(set(graph.subjects(ITSRDF.taIdentRef)))


def profiles(program: str, folder: pathlib.Path) -> int:
    records = [json.loads(line) for line in (folder / "annotations.jsonl").read_text().splitlines()[1:]]
    places = {(record["id"], mention["start"], mention["end"]) for record in records for mention in record["mentions"]
              if "entity" in mention or "value" in mention}
    claims = (folder / "graph.nq").read_bytes().count(b"#type> <https://w3id.org/claimgraph/ns#Claim>")
    faults = 0
    for name, found, wanted in [("nanopub", nanopubs(export(program, folder, "--profile", "nanopub")), claims),
                                ("nif", strings(export(program, folder, "--profile", "nif")), len(places))]:
        print(f"{'ok  ' if found == wanted else 'FAIL'} {name}: {found} of {wanted}")
        faults += found != wanted
    return faults


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
    faults += profiles(program, folder)
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=str(SHAPES), advanced=False)
    print(f"{'ok  ' if conforms else 'FAIL'} pyshacl")
    if not conforms:
        print(report[:4000])
    return 1 if faults or not conforms else 0


if __name__ == "__main__":
    sys.exit(main())
