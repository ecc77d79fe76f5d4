use crate::{
    core::{
        analysis::{self, Model},
        app::{Action, Load, State},
    },
    platform::{
        assets::{self, SEEDS},
        clock,
    },
};
use futures_util::future::join;
use gloo::timers::future::TimeoutFuture;
use std::rc::Rc;
use yew::{platform::spawn_local, prelude::*};

/// Fetches the articles, the one being read first, shows each as soon as it is there, and analyses them one
/// by one once the model has come.
#[hook]
pub(in crate::ui) fn use_library(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let opened = state.route.article().map(str::to_owned);
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
            let model = model.unwrap_or_else(|why| {
                dispatch.dispatch(Action::ModelFailed(why));
                Model::default()
            });
            for article in articles {
                // Lets the browser draw and answer between two articles.
                TimeoutFuture::new(0).await;
                let analysis = Rc::new(clock::timed("analysis", || analysis::analyse(&article, &model)));
                dispatch.dispatch(Action::Analysed(article.id.clone(), analysis));
            }
        });
    });
}
