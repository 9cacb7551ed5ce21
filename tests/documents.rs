//! Law 5: text never fails. Two hundred mutated documents are read without a panic, in reasonable time.

use claimgraph::document;
use claimgraph::pipeline;

#[test]
fn mutated_documents_are_read_or_refused() {
    let mut random = crate::Random(5);
    let folder = tempfile::tempdir().expect("a folder");
    let sources: Vec<Vec<u8>> = std::fs::read_dir(crate::root().join("input/xinjiang"))
        .expect("the sample")
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "txt"))
        .map(|entry| std::fs::read(entry.path()).expect("a document"))
        .collect();
    for number in 0..195 {
        let mut bytes = sources[random.below(sources.len())].clone();
        match number % 5 {
            0 => bytes.truncate(random.below(bytes.len())),
            1 => {
                let at = random.below(bytes.len());
                let part = bytes[at..].to_vec();
                bytes.extend(part);
            }
            2 => (0..50).for_each(|_| {
                let at = random.below(bytes.len());
                bytes[at] = random.below(256) as u8;
            }),
            3 => bytes = bytes.iter().flat_map(|&byte| [byte, 0]).collect(),
            _ => bytes.retain(|&byte| byte != b' ' || random.below(3) > 0),
        }
        let ending = ["txt", "md", "html", "json"][random.below(4)];
        std::fs::write(folder.path().join(format!("m{number}.{ending}")), bytes).expect("written");
    }
    let long = "The minister said that the talks in Geneva were over, according to Reuters, and ".repeat(125_000);
    let deep = format!("{}The EU accused Belarus of piracy.{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    let quotes = "“".repeat(20_000) + &"(".repeat(20_000);
    for (name, text) in [
        ("long.txt", long.as_str()),
        ("deep.html", &deep),
        ("quotes.txt", &quotes),
        ("empty.txt", ""),
        ("zero.txt", "\0\0"),
    ] {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    let collection = document::read(&[folder.path().to_path_buf()], 1 << 26).expect("the folder is readable");
    assert!(collection.documents.len() > 100, "only {} documents", collection.documents.len());
    assert!(
        collection.diagnostics.iter().any(|d| d.code == "binary")
            && collection.diagnostics.iter().any(|d| d.code == "empty")
    );
    let records = pipeline::read_documents(&collection.documents, crate::knowledge(), |_| ());
    assert_eq!(records.len(), collection.documents.len());
}

/// Headings and lines cut short end anywhere, a title without its name among them.
#[test]
fn every_prefix_of_every_sentence_is_read() {
    let collection = document::read(&[crate::root().join("input")], 1 << 26).expect("the sample is readable");
    let mut prefixes = Vec::new();
    for document in &collection.documents {
        for line in document.text.lines() {
            let words = claimgraph::syntax::words(line);
            prefixes.extend(words.iter().map(|word| line[..word.end as usize].trim_end_matches('.').to_string()));
        }
    }
    prefixes.push("Meet the New Attorney General".to_string());
    // In blocks of their own, a few hundred a document: each is a line that ends without a stop.
    let documents: Vec<_> =
        prefixes.chunks(200).map(|chunk| pipeline::examples::document(&chunk.join("\n\n"))).collect();
    let records = pipeline::read_documents(&documents, crate::knowledge(), |_| ());
    assert_eq!(records.len(), documents.len());
}
