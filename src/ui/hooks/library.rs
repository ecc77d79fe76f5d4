use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{
        analyst::{Analyst, Told},
        assets::{self, Coming},
        clock,
    },
    ui::Handle,
};
use gloss_app::{Action, AnalysisFailure, Load};
use gloss_ingest::manifest::Bundle;
use gloss_text::ArticleId;
use std::{collections::HashSet, rc::Rc};
use yew::{platform::spawn_local, prelude::*};

/// An article as the worker was asked for it: its id, version and language.
type Asked = (ArticleId, String, Option<String>);

/// Fetches the bundled articles, the one being read first, and shows each as soon as it is there. Only then, so that
/// nothing keeps the first text waiting, comes the analysis, which is asked for whatever the state says is missing.
#[hook]
pub(in crate::ui) fn use_library(state: &Handle) {
    let fetched = use_state(|| None::<Rc<Bundle>>);
    let (dispatch, opened, done) = (state.dispatcher(), state.route.article().cloned(), fetched.setter());
    use_effect_with((), move |()| {
        spawn_local(async move {
            let bundle = assets::bundle();
            // The one that is being read has the line to itself.
            for is_first in [true, false] {
                let wanted =
                    bundle.articles.iter().filter(|one| (Some(&one.id) == opened.as_ref()) == is_first);
                let coming: Vec<Coming> = wanted.cloned().map(Coming::ask).collect();
                for one in coming {
                    let id = one.id().clone();
                    let load = match one.article().await {
                        Ok(article) => Load::Ready(Rc::new(article)),
                        Err(why) => Load::Failed(why),
                    };
                    dispatch.dispatch(Action::ArticleLoaded(id, load));
                    clock::pause().await;
                }
            }
            if !bundle.notes.is_empty()
                && let Some(notes) = assets::fetch_notes(&bundle.notes).await
            {
                dispatch.dispatch(Action::Heard(notes));
            }
            done.set(Some(Rc::new(bundle)));
        });
    });
    // They live as long as the page.
    let analyst = use_mut_ref(|| None::<Analyst>);
    let asked = use_mut_ref(HashSet::<Asked>::new);
    let dispatch = state.dispatcher();
    // A bundled article that a removed one's undo brings back has its analysis still.
    let wanted = use_memo(state.library_key(), |_| state.unanalysed());
    let failed = state.analysis_failed == Some(AnalysisFailure::Program);
    use_effect_with(((*fetched).clone(), wanted, failed), move |(bundle, wanted, failed)| {
        let mut analyst = analyst.borrow_mut();
        if *failed {
            // Whoever tries again begins anew.
            *analyst = None;
            return asked.borrow_mut().clear();
        }
        let Some(bundle) = bundle.clone().filter(|_| !wanted.is_empty()) else { return };
        if analyst.is_none() {
            let answered = dispatch.clone();
            let started = Analyst::start(&bundle.analysis, move |told| {
                answered.dispatch(match told {
                    Told::Analysed(id, analysis) => Action::Analysed(id, Rc::new(analysis)),
                    Told::Failed(why) => Action::AnalysisFailed(why),
                });
            });
            match started {
                Ok(started) => *analyst = Some(started),
                Err(()) => return dispatch.dispatch(Action::AnalysisFailed(AnalysisFailure::Program)),
            }
        }
        for article in wanted.iter() {
            let version = article.document.version().to_owned();
            let key = (article.id.clone(), version, article.metadata.language.clone());
            if let Some(analyst) = analyst.as_ref().filter(|_| asked.borrow_mut().insert(key)) {
                analyst.ask(article);
            }
        }
    });
}
