//! The rule language: TOML files under `ontology/rules/` that people write, compiled for matching.
