use crate::Engine;
use std::{
    fs,
    io::{self, BufRead, BufReader, Read},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// Names the profile in the environment of every process that a driver starts, so that all are found again.
const PROFILE: &str = "GLOSS_TEST_PROFILE";

/// A running driver, the display that its browser draws on, and whatever they have started. Dropping it kills
/// them all.
#[derive(Debug)]
pub(crate) struct Driver {
    processes: Vec<Child>,
    port: u16,
    profile: String,
}

impl Driver {
    /// Starts the driver of `engine` for a browser on the profile in the folder `profile`.
    ///
    /// # Panics
    /// When the driver does not start.
    pub(crate) fn start(engine: Engine, profile: &str) -> Self {
        let mut this = Self { processes: Vec::new(), port: 0, profile: profile.to_owned() };
        let display = engine.needs_a_display().then(|| this.start_display());
        loop {
            let port = (!engine.chooses_its_port()).then(free_port);
            let mut command = engine.driver(port, profile);
            command.env(PROFILE, profile);
            if let Some(display) = &display {
                command.env("DISPLAY", display);
            }
            let mut process = command
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap_or_else(|why| panic!("{command:?}: {why}; `make test-browser` installs it"));
            let started = match port {
                None => told_port(engine, &mut process),
                Some(port) => listens(port, &mut process).then_some(port),
            };
            this.processes.push(process);
            if let Some(port) = started {
                this.port = port;
                return this;
            }
            // Only a port that was taken meanwhile leads here.
            assert!(this.processes.len() < 10, "{command:?} does not start");
        }
    }

    /// Where the driver is spoken to.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Starts a display of memory and returns its name.
    fn start_display(&mut self) -> String {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb on the PATH: `make test-browser` installs it");
        let mut number = String::new();
        let output = process.stdout.as_mut().expect("its output");
        BufReader::new(output).read_line(&mut number).expect("the display's number");
        self.processes.push(process);
        format!(":{}", number.trim())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in &mut self.processes {
            let _ = process.kill();
        }
        // A process that is killed may hold its files a moment longer, and the next browser would find them
        // locked.
        for _ in 0..100 {
            let left = processes_of(&self.profile);
            if left.is_empty() {
                break;
            }
            let _ = Command::new("kill").arg("-9").args(left).stderr(Stdio::null()).status();
            thread::sleep(Duration::from_millis(50));
        }
        for process in &mut self.processes {
            let _ = process.wait();
        }
    }
}

/// Waits for the line in which the driver says its port.
fn told_port(engine: Engine, process: &mut Child) -> Option<u16> {
    let mut said = BufReader::new(process.stdout.take()?);
    let port = said.by_ref().lines().map_while(Result::ok).find_map(|line| engine.port(&line));
    // What it says later is read, too: a driver that nobody listens to would end.
    thread::spawn(move || io::copy(&mut said, &mut io::sink()));
    port
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// Waits until `process` listens on `port`; it does not if the process ends.
fn listens(port: u16, process: &mut Child) -> bool {
    while matches!(process.try_wait(), Ok(None)) {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}

/// The processes that were started for `profile` and still run: those with its folder in their command line or
/// their environment. A browser may overwrite either.
fn processes_of(profile: &str) -> Vec<String> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let running = processes.filter(|entry| {
        ["cmdline", "environ"].iter().any(|file| {
            let content = fs::read(entry.path().join(file)).unwrap_or_default();
            String::from_utf8_lossy(&content).contains(profile)
        })
    });
    let names = running.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.chars().all(|c| c.is_ascii_digit())).collect()
}
