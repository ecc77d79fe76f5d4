//! All tests of the page in one program: a program a file would be linked anew for every engine. A file is chosen by its
//! name, as in `cargo test -p gloss-browser-tests leading::`.

mod accessibility;
mod analysis;
mod annotating;
mod bringing;
mod broken;
mod cards;
mod direction;
mod exchange;
mod faults;
mod finding;
mod folder;
mod keeping;
mod keyboard;
mod leading;
mod many_notes;
mod marks;
mod measure;
mod offline;
mod policy;
mod reading;
mod room;
mod speech;
mod storage;
mod story;
mod tabs;
mod versions;
mod writing;
