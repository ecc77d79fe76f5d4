use crate::{
    platform::{
        analyst::Analyst,
        assets::{self, bundle},
        clock,
    },
    ui::{Handle, words::ENGLISH as WORDS},
};
use futures_util::future::join_all;
use gloss_analysis::Answer;
use gloss_app::{Action, Load};
use gloss_ingest::manifest::Bundled;
use std::rc::Rc;
use yew::{platform::spawn_local, prelude::*};

/// Fetches the articles, the one being read first, and shows each as soon as it is there. Only then, so that nothing
/// keeps the first text waiting, comes the analysis.
#[hook]
pub(in crate::ui) fn use_library(state: &Handle) {
    let dispatch = state.dispatcher();
    let opened = state.route.article().cloned();
    // It lives as long as the page.
    let analyst = use_mut_ref(|| None::<Analyst>);
    use_effect_with((), move |()| {
        spawn_local(async move {
            let fetch = async |bundled: Bundled| {
                clock::pause().await;
                let loaded = assets::fetch_article(&bundled).await.map(Rc::new);
                let load = loaded.clone().map_or_else(Load::Failed, Load::Ready);
                dispatch.dispatch(Action::ArticleLoaded(bundled.id, load));
                loaded.ok()
            };
            let bundle = bundle();
            let (first, others): (Vec<_>, Vec<_>) =
                bundle.articles.into_iter().partition(|bundled| Some(&bundled.id) == opened.as_ref());
            let mut articles = join_all(first.into_iter().map(&fetch)).await;
            articles.extend(join_all(others.into_iter().map(&fetch)).await);
            clock::pause().await;
            let answered = dispatch.clone();
            let started = Analyst::start(&bundle.analysis, move |answer| {
                answered.dispatch(match answer {
                    Ok(Answer::Analysed(id, analysis)) => Action::Analysed(id, Rc::new(analysis)),
                    Ok(Answer::Refused(why)) => Action::AnalysisFailed((WORDS.model_failed)(&why)),
                    Err(why) => Action::AnalysisFailed((WORDS.analysis_failed)(&why)),
                });
            });
            let started = match started {
                Ok(started) => started,
                Err(why) => return dispatch.dispatch(Action::AnalysisFailed((WORDS.analysis_failed)(&why))),
            };
            for article in articles.into_iter().flatten() {
                started.ask(&article);
            }
            *analyst.borrow_mut() = Some(started);
        });
    });
}
