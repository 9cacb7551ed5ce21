//! A graph that can be asked: the files that `build` wrote, loaded into a store in memory.
//!
//! In: a folder with `graph.nq` and `imports.nq` (what `import` loaded). Out: a [`Graph`], which answers SPARQL over the
//! union of all graphs. The store is a view: files are the truth, and nothing here writes but [`save`], whole and by
//! renaming. With the feature `rocksdb` the view is kept on disk, for collections that outgrow memory.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{Quad, Term};
use oxigraph::store::{LoaderError, Store};
#[cfg(feature = "rocksdb")]
use sha2::Digest;

use super::assert::Mint;
use super::vocabulary::{DEFAULT_BASE, dcat, rdf, void};

/// The dataset.
pub const DATASET: &str = "graph.nq";
/// What `import` loaded.
pub const IMPORTS: &str = "imports.nq";

/// Why a graph can't be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is none.
    #[error("there is no graph in {0}; `claimgraph build INPUT -o {0}` makes one")]
    Missing(PathBuf),
    /// A file can't be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// A file is not what `build` writes.
    #[error("{path}:{line}: {problem}; build the graph again")]
    Broken {
        /// Which file.
        path: PathBuf,
        /// 1-based line; 0 where unknown.
        line: usize,
        /// What is wrong.
        problem: String,
    },
    /// The store in memory failed.
    #[error("the store failed: {0}")]
    Store(#[from] oxigraph::store::StorageError),
}

/// A graph that can be asked.
pub struct Graph {
    store: Store,
    folder: PathBuf,
    mint: Mint,
}

impl std::fmt::Debug for Graph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Graph").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Graph {
    /// Opens what `build` wrote into a folder.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let files: Vec<PathBuf> =
            [DATASET, IMPORTS].map(|name| folder.join(name)).into_iter().filter(|path| path.is_file()).collect();
        if !folder.join(DATASET).is_file() {
            return Err(StoreError::Missing(folder.to_path_buf()));
        }
        let store = filled(folder, &files)?;
        Ok(Self { mint: mint(&store), store, folder: folder.to_path_buf() })
    }

    /// A graph of quads, with no folder behind it.
    pub fn of(quads: &[Quad]) -> Result<Self, StoreError> {
        let store = Store::new()?;
        store.extend(quads.iter().map(Quad::as_ref))?;
        Ok(Self { mint: mint(&store), store, folder: PathBuf::new() })
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The maker of its IRIs.
    pub fn mint(&self) -> &Mint {
        &self.mint
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The quads of `graph.nq`, in its order.
    pub fn dataset(&self) -> Result<Vec<Quad>, StoreError> {
        read(&self.folder.join(DATASET))
    }
}

/// The quads of an N-Quads file; none where there is no file.
pub fn read(path: &Path) -> Result<Vec<Quad>, StoreError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(problem) => return Err(StoreError::File(path.to_path_buf(), problem)),
    };
    let parser = RdfParser::from_format(RdfFormat::NQuads).for_slice(&bytes);
    parser.map(|quad| quad.map_err(|problem| broken(path, &LoaderError::Parsing(problem.into())))).collect()
}

/// Writes a file whole: to a temporary name beside it, then renamed, so that whoever kills it leaves the old file or the new.
pub fn save(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), StoreError> {
    let at = |problem: io::Error| StoreError::File(path.to_path_buf(), problem);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary(folder).map_err(at)?;
    {
        let mut buffered = io::BufWriter::new(&mut file);
        write(&mut buffered).map_err(at)?;
        buffered.flush().map_err(at)?;
    }
    file.as_file().sync_all().map_err(at)?;
    file.persist(path).map_err(|problem| at(problem.error))?;
    Ok(())
}

/// A file under a temporary name, which goes away unless it is renamed; as readable as other files are.
pub fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::Builder::new();
    #[cfg(unix)]
    file.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    file.tempfile_in(folder)
}

/// A store in memory with these files.
#[cfg(not(feature = "rocksdb"))]
fn filled(_: &Path, files: &[PathBuf]) -> Result<Store, StoreError> {
    let store = Store::new()?;
    files.iter().try_for_each(|path| load(&store, path))?;
    Ok(store)
}

/// The store on disk that was filled from these files; filled anew, beside the old one and then renamed, if they changed.
#[cfg(feature = "rocksdb")]
fn filled(folder: &Path, files: &[PathBuf]) -> Result<Store, StoreError> {
    let at = |path: &Path| {
        let path = path.to_path_buf();
        move |problem: io::Error| StoreError::File(path, problem)
    };
    let mut hash = sha2::Sha256::new();
    for path in files {
        hash.update(fs::read(path).map_err(at(path))?);
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("store-{hash}");
    let place = folder.join(&name);
    if !place.is_dir() {
        let fresh = tempfile::tempdir_in(folder).map_err(at(folder))?;
        let store = Store::open(fresh.path())?;
        files.iter().try_for_each(|path| load(&store, path))?;
        store.flush()?;
        drop(store);
        fs::rename(fresh.keep(), &place).map_err(at(&place))?;
        for old in fs::read_dir(folder).map_err(at(folder))?.flatten() {
            let stale = old.file_name().to_string_lossy().starts_with("store-") && *old.file_name() != *name;
            if stale {
                fs::remove_dir_all(old.path()).map_err(at(&old.path()))?;
            }
        }
    }
    Ok(Store::open_read_only(&place)?)
}

fn load(store: &Store, path: &Path) -> Result<(), StoreError> {
    let bytes = fs::read(path).map_err(|problem| StoreError::File(path.to_path_buf(), problem))?;
    let mut loader = store.bulk_loader();
    let loaded = loader.load_from_slice(RdfParser::from_format(RdfFormat::NQuads), &bytes);
    loaded.map_err(|problem| broken(path, &problem))?;
    loader.commit()?;
    Ok(())
}

fn broken(path: &Path, problem: &LoaderError) -> StoreError {
    let line = match problem {
        LoaderError::Parsing(RdfParseError::Syntax(problem)) => {
            problem.location().map_or(0, |place| usize::try_from(place.start.line).unwrap_or(0) + 1)
        }
        _ => 0,
    };
    StoreError::Broken { path: path.to_path_buf(), line, problem: problem.to_string() }
}

/// The base that a dataset's own description names.
fn mint(store: &Store) -> Mint {
    let datasets = store.quads_for_pattern(None, Some(rdf::TYPE), Some(dcat::DATASET.into()), None);
    let base = datasets.filter_map(Result::ok).find_map(|quad| {
        let mut space = store.quads_for_pattern(Some(quad.subject.as_ref()), Some(void::URI_SPACE), None, None);
        match space.next()?.ok()?.object {
            Term::Literal(base) if quad.subject.to_string() == format!("<{}dataset>", base.value()) => {
                Some(base.value().to_string())
            }
            _ => None,
        }
    });
    Mint::new(base.as_deref().unwrap_or(DEFAULT_BASE))
}
