use crate::{
    core::{
        analysis::{Answer, Request},
        app::{Action, Load, State},
    },
    platform::{
        analyst::Analyst,
        assets::{self, SEEDS},
    },
    ui::words::ENGLISH as WORDS,
};
use futures_util::future::join;
use std::rc::Rc;
use yew::{platform::spawn_local, prelude::*};

/// Fetches the articles, the one being read first, shows each as soon as it is there, and has them analysed once
/// the model has come.
#[hook]
pub(in crate::ui) fn use_library(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let opened = state.route.article().map(str::to_owned);
    let analyst = use_memo((), |()| {
        let dispatch = dispatch.clone();
        Analyst::start(move |answer| {
            dispatch.dispatch(match answer {
                Ok(Answer::Analysed(id, analysis)) => Action::Analysed(id, Rc::new(analysis)),
                Ok(Answer::Refused(why)) => Action::AnalysisFailed((WORDS.model_failed)(&why)),
                Err(why) => Action::AnalysisFailed((WORDS.analysis_failed)(&why)),
            });
        })
    });
    use_effect_with((), move |()| {
        spawn_local(async move {
            let mut seeds = SEEDS.to_vec();
            seeds.sort_by_key(|seed| Some(seed.slug) != opened.as_deref());
            let texts = async {
                let mut articles = Vec::new();
                for seed in seeds {
                    let loaded = assets::fetch_article(seed).await.map(Rc::new);
                    articles.extend(loaded.clone());
                    let load = loaded.map_or_else(Load::Failed, Load::Ready);
                    dispatch.dispatch(Action::ArticleLoaded(seed.slug.to_owned(), load));
                }
                articles
            };
            let (articles, model) = join(texts, assets::fetch_model()).await;
            let analyst = match &*analyst {
                Ok(analyst) => analyst,
                Err(why) => return dispatch.dispatch(Action::AnalysisFailed((WORDS.analysis_failed)(why))),
            };
            match model {
                Ok(weights) => analyst.ask(Request::Learn(weights)),
                Err(why) => dispatch.dispatch(Action::AnalysisFailed((WORDS.model_failed)(&why))),
            }
            for article in articles {
                analyst.ask(Request::Analyse(Rc::unwrap_or_clone(article)));
            }
        });
    });
}
