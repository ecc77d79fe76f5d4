use crate::platform::{clock, storage, tabs::Tabs};
use crate::ui::Handle;
use crate::ui::hooks::use_effect_with;
use gloss_app::{Action, StorageFailure, StorageState};
use gloss_store::{DATABASE, Store};
use std::rc::Rc;
use yew::{platform::spawn_local, prelude::*};

/// Opens the reader's store and writes to it whatever the state has not seen confirmed.
#[hook]
pub(in crate::ui) fn use_store(state: &Handle) {
    let store = use_mut_ref(|| None::<Rc<Store>>);
    let writing = use_mut_ref(|| false);
    let tabs = use_memo((), |()| {
        let dispatch = state.dispatcher();
        Tabs::join(move |writes| dispatch.dispatch(Action::Heard(writes)))
    });

    let dispatch = state.dispatcher();
    let opened = store.clone();
    use_effect_with(state.storage == StorageState::Opening, move |&opening| {
        if opening {
            spawn_local(async move {
                clock::pause().await;
                let loaded = async {
                    let store = Store::open(DATABASE).await?;
                    let stored = store.load().await?;
                    store.forget_bytes(&stored.articles).await?;
                    Ok::<_, StorageFailure>((store, stored))
                };
                match loaded.await {
                    Ok((store, stored)) => {
                        *opened.borrow_mut() = Some(Rc::new(store));
                        dispatch.dispatch(Action::Opened(stored));
                    }
                    Err(why) => dispatch.dispatch(Action::StorageFailed(why)),
                }
            });
        }
    });

    // The text of a bundled article is kept as it is read, so that a later build's can be compared with it.
    let dispatch = state.dispatcher();
    use_effect_with(state.unkept(), move |unkept| {
        if let Some(text) = unkept {
            dispatch.dispatch(Action::Keep(text.clone(), clock::now()));
        }
    });

    // The first note or article is the moment at which there is something to lose.
    let any = state.history.own().next().is_some() || state.has_brought();
    use_effect_with(any, |any| {
        if *any {
            spawn_local(storage::ask_to_persist());
        }
    });

    let dispatch = state.dispatcher();
    let ready = state.storage == StorageState::Ready;
    use_effect_with((state.outbox.clone(), ready), move |(outbox, ready)| {
        let Some(store) = store.borrow().clone() else { return };
        if !*ready || outbox.is_empty() || *writing.borrow() {
            return;
        }
        *writing.borrow_mut() = true;
        let outbox = outbox.clone();
        spawn_local(async move {
            let written = store.write(&outbox).await;
            *writing.borrow_mut() = false;
            dispatch.dispatch(match written {
                Ok(()) => {
                    tabs.tell(&outbox);
                    Action::Written(outbox.len())
                }
                Err(why) => Action::StorageFailed(why),
            });
        });
    });
}
