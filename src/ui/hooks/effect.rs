use std::{any::Any, rc::Rc};
use yew::{functional::TearDown, prelude::*};

/// What an effect depends on, whatever its type.
trait Dependency: Any {
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Dependency for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}

struct Dependencies(Rc<dyn Dependency>);

impl PartialEq for Dependencies {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.0;
        self.0.is(other)
    }
}

type Effect = Box<dyn FnOnce(&Dependencies) -> Box<dyn FnOnce()>>;

/// Runs an effect after drawing when what it depends on has changed, as Yew's hook of the same name does. Yew compiles all
/// it does for an effect once for each of them, 500 bytes each time; here that is compiled once.
#[hook]
pub(in crate::ui) fn use_effect_with<T, F, D>(dependencies: T, effect: F)
where
    T: PartialEq + 'static,
    F: FnOnce(&T) -> D + 'static,
    D: TearDown,
{
    let effect: Effect = Box::new(move |dependencies| {
        let dependencies: &dyn Any = &*dependencies.0;
        let end = dependencies.downcast_ref::<T>().map(effect);
        Box::new(move || {
            if let Some(end) = end {
                end.tear_down();
            }
        })
    });
    use_any_effect(Dependencies(Rc::new(dependencies)), effect);
}

#[hook]
fn use_any_effect(dependencies: Dependencies, effect: Effect) {
    yew::functional::use_effect_with(dependencies, effect);
}
