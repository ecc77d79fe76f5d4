/// Declares a type of identifiers: a text that is never empty, compared by value and cheap to clone.
#[macro_export]
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(::std::rc::Rc<str>);

        impl $name {
            /// Takes `text` as an identifier. Returns `None` for an empty one.
            pub fn new(text: impl Into<::std::rc::Rc<str>>) -> Option<Self> {
                let text = text.into();
                (!text.is_empty()).then_some(Self(text))
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&*self.0, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = &'static str;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text).ok_or("an identifier is empty")
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::new(text).ok_or("an identifier is empty")
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                Self::from(&*id.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }
    };
}

id_type! {
    /// Identifies an article in the library, in its address, and in every annotation of it.
    ArticleId
}

#[cfg(test)]
mod tests {
    use super::ArticleId;

    #[test]
    fn an_identifier_is_never_empty() {
        assert_eq!(ArticleId::new(""), None);
        assert!(serde_json::from_str::<ArticleId>("\"\"").is_err());
        let id: ArticleId = serde_json::from_str("\"a\"").unwrap();
        assert_eq!((id.as_str(), serde_json::to_string(&id).unwrap()), ("a", "\"a\"".to_owned()));
    }
}
