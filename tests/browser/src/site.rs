use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// The path that the site is served below.
const BELOW: &str = "/some/where/";

/// A static host that serves `dist/` for as long as the test runs: one thread a connection and one answer a
/// connection, so that a browser's idle connections never keep another one waiting.
#[derive(Debug)]
pub struct Site {
    port: u16,
    /// What is served; another build may take its place.
    dist: Arc<Mutex<PathBuf>>,
    running: Arc<AtomicBool>,
}

/// What the host serves, and how.
#[derive(Clone, Debug)]
struct Host {
    dist: Arc<Mutex<PathBuf>>,
    /// A script that the page runs before its own.
    before: &'static str,
    /// A file below `dist` and what is served in its place.
    instead: Option<(&'static str, Vec<u8>)>,
    /// Whether text and programs are sent compressed and may be kept by the browser.
    compressed: bool,
}

impl Site {
    /// Serves on a free port of this machine.
    ///
    /// # Panics
    /// When there is no build in `dist/`, or no port is free.
    #[must_use]
    pub fn start() -> Self {
        Self::serve("", None, false)
    }

    /// Serves `body` in the place of `file`.
    ///
    /// # Panics
    /// When there is no build in `dist/`, or no port is free.
    #[must_use]
    pub fn start_instead(file: &'static str, body: Vec<u8>) -> Self {
        Self::serve("", Some((file, body)), false)
    }

    /// Serves pages that run the script `before` ahead of everything else, so that a test can take away what a
    /// browser offers.
    ///
    /// # Panics
    /// When there is no build in `dist/`, or no port is free.
    #[must_use]
    pub fn start_with(before: &'static str) -> Self {
        Self::serve(before, None, false)
    }

    /// Serves as public static hosts do: compressed by Brotli, and with leave to keep what has a fingerprint in its
    /// address.
    ///
    /// # Panics
    /// When there is no build in `dist/`, or no port is free.
    #[must_use]
    pub fn start_compressed() -> Self {
        Self::serve("", None, true)
    }

    fn serve(before: &'static str, instead: Option<(&'static str, Vec<u8>)>, compressed: bool) -> Self {
        let dist = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        assert!(dist.join("index.html").exists(), "there is no build in dist/: `make dist` makes one");
        let dist = Arc::new(Mutex::new(dist));
        let host = Host { dist: Arc::clone(&dist), before, instead, compressed };
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let running = Arc::new(AtomicBool::new(true));
        let goes_on = Arc::clone(&running);
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if !goes_on.load(Ordering::Relaxed) {
                    return;
                }
                let host = host.clone();
                // A browser that hangs up early is no failure of the site.
                thread::spawn(move || host.answer(connection));
            }
        });
        Self { port, dist, running }
    }

    /// Serves the files of another folder from now on, as after a new version was put on the host.
    pub fn change_to(&self, dist: &Path) {
        dist.clone_into(&mut self.dist.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Ends the host: from now on its port refuses every connection.
    pub fn stop(&self) {
        self.running.store(false, Ordering::Relaxed);
        // It looks up when the next one knocks.
        while TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
            thread::yield_now();
        }
    }

    /// The address of a route such as `#/read/a-slug`.
    #[must_use]
    pub fn address(&self, route: &str) -> String {
        format!("http://127.0.0.1:{}{BELOW}{route}", self.port)
    }
}

impl Host {
    fn answer(&self, mut connection: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(connection.try_clone()?).lines();
        let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let path =
            request.split(' ').nth(1).and_then(|target| target.split(['?', '#']).next()).unwrap_or_default();
        let file = path.strip_prefix(BELOW).filter(|file| !file.contains(".."));
        let file = file.map(|file| if file.is_empty() { "index.html" } else { file }).unwrap_or_default();
        let instead = self.instead.iter().find(|(name, _)| *name == file).map(|(_, body)| body.clone());
        let dist = self.dist.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (status, mut body) = match instead.map_or_else(|| fs::read(dist.join(file)), Ok) {
            Ok(body) => ("200 OK", body),
            Err(_) => ("404 Not Found", b"not found".to_vec()),
        };
        if file == "index.html" && !self.before.is_empty() {
            let page = String::from_utf8_lossy(&body);
            body =
                page.replacen("<head>", &format!("<head><script>{}</script>", self.before), 1).into_bytes();
        }
        write!(connection, "HTTP/1.1 {status}\r\nContent-Type: {}\r\n", kind(file))?;
        if self.compressed {
            let mut small = Vec::new();
            let quality = BrotliEncoderParams { quality: 9, ..BrotliEncoderParams::default() };
            BrotliCompress(&mut body.as_slice(), &mut small, &quality)?;
            body = small;
            let keep = if file == "index.html" { "no-cache" } else { "max-age=31536000, immutable" };
            write!(connection, "Content-Encoding: br\r\nCache-Control: {keep}\r\n")?;
        }
        write!(connection, "Content-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
        connection.write_all(&body)
    }
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
