//! Files that the reader saves and opens.

use gloo::utils::document;
use gloss_store::reason;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Hands `content` to the browser as a file to save.
pub(crate) fn save(name: &str, mime: &str, content: &str) -> Result<(), String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|error| reason(&error))?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|error| reason(&error))?;
    let link = document().create_element("a").map_err(|error| reason(&error))?;
    if let Ok(link) = link.dyn_into::<HtmlAnchorElement>() {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    Url::revoke_object_url(&address).map_err(|error| reason(&error))
}

/// The text of a file that the reader chose.
pub(crate) async fn read(file: &File) -> Result<String, String> {
    let text = JsFuture::from(file.text()).await.map_err(|error| reason(&error))?;
    Ok(text.as_string().unwrap_or_default())
}
