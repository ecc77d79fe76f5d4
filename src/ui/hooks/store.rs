use crate::{
    core::app::{Action, State, StorageState},
    platform::{store::Store, tabs::Tabs},
};
use std::rc::Rc;
use yew::{platform::spawn_local, prelude::*};

/// Opens the reader's store and writes to it whatever the state has not seen confirmed. Returns how many
/// stored records cannot be read.
#[hook]
pub(in crate::ui) fn use_store(state: &UseReducerHandle<State>) -> UseStateHandle<usize> {
    let unreadable = use_state(|| 0);
    let store = use_mut_ref(|| None::<Rc<Store>>);
    let writing = use_mut_ref(|| false);
    let tabs = use_memo((), |()| {
        let dispatch = state.dispatcher();
        Tabs::join(move |writes| dispatch.dispatch(Action::Heard(writes)))
    });

    let dispatch = state.dispatcher();
    let (opened, bad) = (store.clone(), unreadable.setter());
    use_effect_with(state.storage == StorageState::Opening, move |&opening| {
        if opening {
            spawn_local(async move {
                let loaded = async {
                    let store = Store::open().await?;
                    let stored = store.load().await?;
                    Ok::<_, String>((store, stored))
                };
                match loaded.await {
                    Ok((store, stored)) => {
                        *opened.borrow_mut() = Some(Rc::new(store));
                        bad.set(stored.unreadable);
                        dispatch.dispatch(Action::Opened(stored.annotations, stored.versions));
                    }
                    Err(why) => dispatch.dispatch(Action::StorageFailed(why)),
                }
            });
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
    unreadable
}
