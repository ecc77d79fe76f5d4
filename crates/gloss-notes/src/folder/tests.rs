use super::*;
use crate::sample::annotation;
use proptest::prelude::*;

/// A browser with its store, and the file that it wrote last.
#[derive(Clone, Debug, Default)]
struct Browser {
    store: Records,
    file: Option<FolderFile>,
}

impl Browser {
    fn annotation(&self, id: &str) -> Option<Rc<Annotation>> {
        self.store.annotations.iter().find(|one| one.id.as_str() == id).cloned()
    }

    fn delete(&mut self, id: &str) {
        self.store.annotations.retain(|one| one.id.as_str() != id);
    }

    fn note(&mut self, id: &str, note: &str, now: Timestamp) {
        let after = self.annotation(id).map_or(now, |before| now.max(before.modified + 10));
        self.delete(id);
        self.store.annotations.push(annotation(id, note, after).into());
    }

    /// Reads the others' files, and writes its own.
    fn sync(&mut self, others: &[&Self]) {
        let files: Vec<FolderFile> = others
            .iter()
            .filter_map(|other| other.file.as_ref())
            .map(|file| FolderFile::parse(&file.to_json()).unwrap())
            .collect();
        let round = FolderFile::merge(self.file.take(), self.store.clone(), &files);
        for write in &round.writes {
            self.store(write);
        }
        assert_eq!(
            Here::new(self.store.clone()).into_records(),
            round.file.records,
            "the store is brought up to the file"
        );
        self.file = Some(round.file);
    }

    /// As the store of the page does it.
    fn store(&mut self, write: &Write) {
        match write {
            Write::Put { annotation, .. } => {
                self.delete(&annotation.id);
                self.store.annotations.push(Rc::clone(annotation));
            }
            Write::Delete { replaces } => self.delete(&replaces.id),
            Write::Keep { version } => self.store.versions.push(Rc::clone(version)),
            Write::Forget { version } => self.store.versions.retain(|one| state(one) != state(version)),
            Write::Describe { description } => {
                self.store.facts.retain(|one| one.id != description.id);
                self.store.facts.push(Rc::clone(description));
            }
            Write::Article { article } => {
                self.store.articles.retain(|one| one.id != article.id);
                self.store.articles.push(Rc::clone(article));
            }
        }
    }

    /// The notes in order, and after a bar the versions.
    fn shows(&self) -> String {
        let Records { annotations, versions, .. } = Here::new(self.store.clone()).into_records();
        let notes =
            |all: &[Rc<Annotation>]| all.iter().map(|one| one.note.clone()).collect::<Vec<_>>().join(" ");
        format!("{}|{}", notes(&annotations), notes(&versions))
    }
}

/// Two browsers that share a folder, with a note that both have.
fn pair() -> (Browser, Browser) {
    let (mut a, mut b) = (Browser::default(), Browser::default());
    a.note("1", "one", 10);
    a.sync(&[]);
    b.sync(&[&a]);
    assert_eq!(b.shows(), "one|");
    (a, b)
}

#[test]
fn a_change_that_knew_what_was_here_takes_its_place() {
    let (mut a, mut b) = pair();
    // Its clock is behind.
    b.note("1", "two", 3);
    b.sync(&[&a]);
    a.sync(&[&b]);
    assert_eq!(a.shows(), "two|");
}

#[test]
fn of_two_changes_that_knew_nothing_of_each_other_both_survive() {
    let (mut a, mut b) = pair();
    a.note("1", "mine", 20);
    b.note("1", "yours", 30);
    a.sync(&[&b]);
    b.sync(&[&a]);
    a.sync(&[&b]);
    assert_eq!((a.shows().as_str(), b.shows().as_str()), ("yours|mine", "yours|mine"));
}

#[test]
fn what_was_deleted_is_deleted_everywhere_and_comes_back_by_undo() {
    let (mut a, mut b) = pair();
    a.note("2", "other", 11);
    let before = a.annotation("1");
    a.delete("1");
    a.sync(&[&b]);
    b.sync(&[&a]);
    assert_eq!(b.shows(), "other|");
    a.note("1", &before.unwrap().note, 40);
    a.sync(&[&b]);
    b.sync(&[&a]);
    assert_eq!(b.shows(), "one other|");
}

#[test]
fn work_goes_before_its_removal() {
    let (mut a, mut b) = pair();
    a.note("2", "other", 11);
    a.delete("1");
    b.note("1", "more", 20);
    a.sync(&[&b]);
    b.sync(&[&a]);
    a.sync(&[&b]);
    assert_eq!((a.shows().as_str(), b.shows().as_str()), ("more other|", "more other|"));
}

#[test]
fn a_store_that_was_cleared_gets_everything_back() {
    let (mut a, b) = pair();
    a.store = Records::default();
    a.sync(&[&b]);
    assert_eq!(a.shows(), "one|");
    // Also where it is the only one.
    a.store = Records::default();
    a.sync(&[]);
    assert_eq!(a.shows(), "one|");
}

#[test]
fn a_version_that_was_removed_stays_so() {
    let (mut a, mut b) = pair();
    a.note("1", "mine", 20);
    b.note("1", "yours", 30);
    b.sync(&[&a]);
    a.sync(&[&b]);
    b.sync(&[&a]);
    assert_eq!(a.shows(), "yours|mine");
    a.store.versions.clear();
    a.sync(&[&b]);
    b.sync(&[&a]);
    a.sync(&[&b]);
    assert_eq!((a.shows().as_str(), b.shows().as_str()), ("yours|", "yours|"));
}

#[test]
fn half_a_file_and_one_of_a_later_form_are_told() {
    let (a, _) = pair();
    let json = a.file.unwrap().to_json();
    assert_eq!(FolderFile::parse(json.split_at(json.len() / 2).0), Err(FolderFailure::Unreadable));
    assert_eq!(FolderFile::parse("[]"), Err(FolderFailure::Unreadable));
    assert_eq!(FolderFile::parse(r#"{"form": 2, "notes": []}"#), Err(FolderFailure::Newer));
}

proptest! {
    #[test]
    fn all_browsers_come_to_show_the_same(steps in prop::collection::vec((0..3_usize, 0..4_u8, 0..4_u8, 0..3_u64), 0..40)) {
        let mut browsers: [Browser; 3] = Default::default();
        // No two of them write in the same millisecond.
        let mut clock = 0;
        let sync = |browsers: &mut [Browser; 3], at: usize| {
            let mut one = browsers[at].clone();
            let others: Vec<&Browser> = browsers.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, b)| b).collect();
            one.sync(&others);
            browsers[at] = one;
        };
        for (at, what, id, skew) in steps {
            clock += 1;
            let id = id.to_string();
            match what {
                0 | 1 => browsers[at].note(&id, &format!("{at}-{clock}"), (clock + skew) * 10 + at as u64),
                2 => browsers[at].delete(&id),
                _ => sync(&mut browsers, at),
            }
        }
        for _ in 0..3 {
            (0..3).for_each(|at| sync(&mut browsers, at));
        }
        prop_assert_eq!(browsers[0].shows(), browsers[1].shows());
        prop_assert_eq!(browsers[0].shows(), browsers[2].shows());
        // Nothing is to be done any more.
        let before = browsers[0].file.clone();
        sync(&mut browsers, 0);
        prop_assert_eq!(&before, &browsers[0].file);
    }
}
