//! The document formats, one file each, behind one enum: bytes in, text and metadata out.
