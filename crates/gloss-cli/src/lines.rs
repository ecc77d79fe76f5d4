use serde::{Serialize, de::DeserializeOwned};
use std::{
    io::{self, BufRead, BufWriter, Write},
    process::ExitCode,
};

/// Answers standard input line by line on standard output, in order. Blank lines are passed over.
/// Exit status 1 when a line could not be answered, 2 when input or output broke.
pub(crate) fn answer<Q: DeserializeOwned, A: Serialize>(answer: impl Fn(Q) -> Result<A, String>) -> ExitCode {
    match answer_all(answer) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        // Whoever reads us has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gloss: {error}");
            ExitCode::from(2)
        }
    }
}

fn answer_all<Q: DeserializeOwned, A: Serialize>(
    answer: impl Fn(Q) -> Result<A, String>,
) -> io::Result<usize> {
    let mut bad = 0;
    let mut output = BufWriter::new(io::stdout().lock());
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice(&line).map_err(|error| error.to_string()).and_then(&answer) {
            Ok(found) => {
                serde_json::to_writer(&mut output, &found)?;
                output.write_all(b"\n")?;
            }
            Err(why) => {
                bad += 1;
                eprintln!("gloss: line {number}: {why}");
            }
        }
    }
    output.flush()?;
    Ok(bad)
}
