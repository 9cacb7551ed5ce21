//! The property graph: vertices and edges with the columns that drawing programs show, on petgraph.
//!
//! An edge stands for all claims of one subject, predicate and object; how many of them assert, allege or deny it is
//! counted, and its label and colour say so unless a document asserts it in its own voice and nobody contests it.

use petgraph::graph::DiGraph;

use crate::claim::record::Stance;

/// A colour: red, green, blue.
pub type Colour = [u8; 3];

/// A vertex: an entity, a claim or a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vertex {
    /// Unique in the graph: an entity's key, `claim/…`, `document/…`.
    pub id: String,
    /// What is written beside it: the name, shortened.
    pub label: String,
    /// The name in full; of a claim its label.
    pub name: String,
    /// The class of an entity, else `Claim` or `Document`.
    pub class: String,
    /// The Wikidata id of an entity.
    pub wikidata: String,
    /// The other names of an entity, `; ` between them.
    pub aliases: String,
    /// In how many documents it stands.
    pub documents: u32,
    /// How often it is mentioned.
    pub mentions: u32,
    /// The first day of its claims.
    pub first: Option<String>,
    /// The last day of its claims.
    pub last: Option<String>,
    /// The sentence of a claim.
    pub sentence: String,
    /// Numbers from [`super::measures`] and [`super::communities`].
    pub measures: Measures,
    /// Place from [`super::layout`].
    pub place: [f64; 2],
    /// Diameter in the drawing.
    pub size: f64,
    /// Colour in the drawing.
    pub colour: Colour,
}

/// What is measured of a vertex.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// Edges that end or begin at it.
    pub degree: u32,
    /// Edges that end at it.
    pub in_degree: u32,
    /// Edges that begin at it.
    pub out_degree: u32,
    /// Share of a random walk that follows edges by weight; all vertices together have 1.
    pub pagerank: f64,
    /// Share of shortest paths between other vertices that lead over it, 0 to 1.
    pub betweenness: f64,
    /// Number of its community, the largest has 0.
    pub community: u32,
    /// Number of its component, the largest has 0.
    pub component: u32,
}

/// An edge: all claims of one subject, predicate and object, or one role of a claim, or a mention.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edge {
    /// The predicate, or the role.
    pub predicate: String,
    /// The predicate, with the stances in brackets unless it is asserted and uncontested.
    pub label: String,
    /// The number of claims or mentions.
    pub weight: u32,
    /// How many claims take each stance, in the order of [`Stance::ALL`].
    pub stances: [u32; 6],
    /// `asserted`, `reported`, …, `contested`; empty where the edge stands for no claim.
    pub stance: &'static str,
    /// Who says it, `; ` between them; documents by publisher or id.
    pub sources: String,
    /// In how many documents it stands.
    pub documents: u32,
    /// The first day of its claims.
    pub first: Option<String>,
    /// The last day of its claims.
    pub last: Option<String>,
    /// Whether some say that it is so and others that it is not.
    pub contested: bool,
    /// One sentence that states it.
    pub sample: String,
    /// Colour in the drawing.
    pub colour: Colour,
}

/// Vertices and edges, and whether the edges have a direction.
#[derive(Clone, Debug, Default)]
pub struct PropertyGraph {
    /// The graph.
    pub graph: DiGraph<Vertex, Edge>,
    /// Whether edges have a direction.
    pub directed: bool,
}

impl Edge {
    /// Fills label and stance from predicate, counts and contest.
    pub fn take_stance(&mut self) {
        let present: Vec<Stance> = Stance::ALL
            .into_iter()
            .zip(self.stances)
            .filter(|&(_, count)| count > 0)
            .map(|(stance, _)| stance)
            .collect();
        let against = present.iter().any(|stance| stance.is_against());
        let mut words: Vec<&str> = present.iter().map(|stance| stance.as_str()).collect();
        let both = against && present.iter().any(|stance| stance.is_for());
        if self.contested && !both {
            words.push("contested");
        }
        let plain = present.is_empty() || self.stances[0] > 0 && !self.contested && !against;
        self.label = match plain {
            true => self.predicate.clone(),
            false => format!("{} ({})", self.predicate, words.join(", ")),
        };
        self.stance = match present.first() {
            _ if self.contested => "contested",
            Some(stance) => stance.as_str(),
            None => "",
        };
    }
}
