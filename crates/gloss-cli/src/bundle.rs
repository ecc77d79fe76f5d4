//! `gloss bundle`: a reading list as a site.

use crate::{given_notes, reading_list::ReadingList};
use gloss_site::assemble;
use lexopt::prelude::{Long, Short, Value};
use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What `gloss bundle --help` prints.
pub(crate) const USAGE: &str = "\
  gloss bundle FOLDER --out SITE [--app DIST] [--notes FILE]
                   makes a site of Gloss in the folder SITE, for any static host, whose library has the articles of
                   FOLDER: plain text, Markdown, pages, MHTML, and EPUB, of which each chapter is an article.
                   FOLDER/manifest.json may state facts that go before what the files say, and the order:
                   [{\"file\", \"slug\", \"title\", \"source\", \"author\", \"published\", \"language\", \"address\"}],
                   of which all but \"file\" may be absent. A site that is there already is replaced as a whole
                   --app DIST     the release build to use; unless told, the folder `app` beside this program,
                                  or `dist` here
                   --notes FILE   notes that every reader sees beside their own: a backup of Gloss, W3C JSON-LD, or
                                  another format that the notebook reads
";

/// Runs `gloss bundle` with the rest of the command line.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, lexopt::Error> {
    let (mut folder, mut out, mut app, mut notes) = (None, None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            Long("app") => app = Some(PathBuf::from(arguments.value()?)),
            Long("notes") => notes = Some(PathBuf::from(arguments.value()?)),
            Short('h') | Long("help") => {
                print!("{USAGE}");
                return Ok(ExitCode::SUCCESS);
            }
            Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected()),
        }
    }
    let folder = folder.ok_or("no FOLDER is named")?;
    let out = out.ok_or("no --out SITE is named")?;
    match bundle(&folder, &out, &app.unwrap_or_else(usual_app), notes.as_deref()) {
        Ok(list) => {
            for text in &list.texts {
                println!("{}\t{}", text.id, text.metadata.title.as_deref().unwrap_or_default());
            }
            for file in &list.passed {
                eprintln!("gloss: {file}: passed over, as it is no text, page or book");
            }
            for (file, why) in &list.unreadable {
                eprintln!("gloss: {file}: {why}");
            }
            Ok(ExitCode::from(u8::from(!list.unreadable.is_empty())))
        }
        Err(why) => {
            eprintln!("gloss: {why}");
            Ok(ExitCode::from(2))
        }
    }
}

/// Where the release build is in a package, or where it has been built.
fn usual_app() -> PathBuf {
    let beside = env::current_exe().ok().and_then(|program| Some(program.parent()?.join("app")));
    beside.filter(|app| app.is_dir()).unwrap_or_else(|| PathBuf::from("dist"))
}

/// Makes the site beside its place and puts it there when it is whole.
fn bundle(folder: &Path, out: &Path, app: &Path, notes: Option<&Path>) -> Result<ReadingList, String> {
    let list = ReadingList::read(folder)?;
    if list.texts.is_empty() {
        return Err(format!("{} has no article", folder.display()));
    }
    let notes = notes.map(|file| given_notes::read(file, &list.texts)).transpose()?;
    let is_site = out.join("service-worker.js").is_file();
    let is_free = fs::read_dir(out).map_or(!out.exists(), |mut entries| entries.next().is_none());
    if !is_site && !is_free {
        return Err(format!("{} is there already, and is no site of Gloss", out.display()));
    }
    let beside = |ending: &str| {
        let mut name = out.file_name().unwrap_or_default().to_owned();
        name.push(ending);
        out.with_file_name(name)
    };
    let (part, old) = (beside(".part"), beside(".old"));
    let wrong = |path: &Path, why: &io::Error| format!("{}: {why}", path.display());
    for left in [&part, &old] {
        if left.exists() {
            fs::remove_dir_all(left).map_err(|why| wrong(left, &why))?;
        }
    }
    if let Some(above) = out.parent() {
        fs::create_dir_all(above).map_err(|why| wrong(above, &why))?;
    }
    if let Err(why) = assemble(app, &part, &list.texts, notes.as_deref()) {
        // What is left of it says nothing more than the error does.
        let _ = fs::remove_dir_all(&part);
        return Err(why.to_string());
    }
    if out.exists() {
        fs::rename(out, &old).map_err(|why| wrong(out, &why))?;
    }
    fs::rename(&part, out).map_err(|why| wrong(out, &why))?;
    if old.exists() {
        fs::remove_dir_all(&old).map_err(|why| wrong(&old, &why))?;
    }
    Ok(list)
}
