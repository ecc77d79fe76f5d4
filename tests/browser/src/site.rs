use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
};

/// The path that the site is served below.
const BELOW: &str = "/some/where/";

/// A static host that serves `dist/` for as long as the test runs: one thread a connection and one answer a
/// connection, so that a browser's idle connections never keep another one waiting.
#[derive(Debug)]
pub struct Site {
    port: u16,
}

impl Site {
    /// Serves on a free port of this machine.
    ///
    /// # Panics
    /// When there is no build in `dist/`, or no port is free.
    #[must_use]
    pub fn start() -> Self {
        let dist = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        assert!(dist.join("index.html").exists(), "there is no build in dist/: `make dist` makes one");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let dist = dist.clone();
                // A browser that hangs up early is no failure of the site.
                thread::spawn(move || answer(connection, &dist));
            }
        });
        Self { port }
    }

    /// The address of a route such as `#/read/a-slug`.
    #[must_use]
    pub fn address(&self, route: &str) -> String {
        format!("http://127.0.0.1:{}{BELOW}{route}", self.port)
    }
}

fn answer(mut connection: TcpStream, dist: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(connection.try_clone()?).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path =
        request.split(' ').nth(1).and_then(|target| target.split(['?', '#']).next()).unwrap_or_default();
    let file = path.strip_prefix(BELOW).filter(|file| !file.contains(".."));
    let file = file.map(|file| dist.join(if file.is_empty() { "index.html" } else { file }));
    let (status, body) = match file.as_ref().and_then(|file| fs::read(file).ok()) {
        Some(body) => ("200 OK", body),
        None => ("404 Not Found", b"not found".to_vec()),
    };
    let kind = kind(&file.unwrap_or_default().to_string_lossy());
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    connection.write_all(&body)
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
