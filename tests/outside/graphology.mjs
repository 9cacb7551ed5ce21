// Does graphology, which Sigma and Gephi Lite stand on, read our GraphML and GEXF with the counts of `stats`?
//
//     node graphology.mjs CLAIMGRAPH GRAPH
//
// Needs graphology, graphology-graphml and graphology-gexf from npm, found beside the working directory. Every entity is a
// vertex in each file, both files have the same edges, their claims are those of `stats` that have an object, and no edge
// that is not asserted has a plain label.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";

const require = createRequire(path.join(process.cwd(), "here.js"));
const { MultiDirectedGraph } = require("graphology");
const graphml = require("graphology-graphml");
const gexf = require("graphology-gexf");
const [program, folder] = process.argv.slice(2);

function run(...args) {
  return execFileSync(program, [...args, "-g", folder], { encoding: "utf8", maxBuffer: 1 << 30 });
}

function same(what, found, wanted) {
  if (found !== wanted) {
    throw new Error(`${what}: ${found}, expected ${wanted}`);
  }
}

const counts = Object.fromEntries(JSON.parse(run("stats", "-f", "json")).map((row) => [row.what, Number(row.count)]));
const records = readFileSync(path.join(folder, "annotations.jsonl"), "utf8").split("\n").slice(1).filter(Boolean).map(JSON.parse);
const between = records.flatMap((record) => record.claims).filter((claim) => claim.object).length;
const files = { graphml: graphml.parse(MultiDirectedGraph, run("export", "-f", "graphml"), { addMissingNodes: false }),
  gexf: gexf.parse(MultiDirectedGraph, run("export", "-f", "gexf"), { addMissingNodes: false }) };
for (const [name, graph] of Object.entries(files)) {
  same(`${name}: vertices`, graph.order, counts.entities);
  same(`${name}: edges`, graph.size, files.graphml.size);
  let claims = 0;
  graph.forEachEdge((_, edge) => {
    claims += edge.weight;
    if (edge.label === edge.predicate && !(edge.stance === "asserted" && edge.asserted > 0)) {
      throw new Error(`${name}: a plain label: ${JSON.stringify(edge)}`);
    }
  });
  same(`${name}: claims`, claims, between);
  console.log(`graphology reads ${name}: ${graph.order} vertices, ${graph.size} edges, ${claims} claims`);
}
