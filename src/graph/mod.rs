//! The last stage: a property graph for drawing and measuring, and the files that other programs open.
