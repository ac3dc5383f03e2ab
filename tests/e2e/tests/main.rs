//! What a reader, an embedding page and a checker find in the built `dist`, in three engines.
//!
//! `cargo test -p e2e` runs all, `cargo test -p e2e ::webkit` one engine.

mod accessibility;
mod attributes;
mod builder;
mod contract;
mod deep_links;
mod failures;
mod figures;
mod first_screen;
mod frame;
mod handover;
mod hangs;
mod hosts;
mod html;
mod inside;
mod integrity;
mod isolation;
mod keyboard;
mod languages;
mod laziness;
mod loading;
mod look;
mod markers;
mod memory;
mod oldest_browsers;
mod printing;
mod printing_shells;
mod privacy;
mod questions;
mod reader_tools;
mod reader_view;
mod refetch;
mod review_date;
mod sabotage;
mod search;
mod sections;
mod several_elements;
mod slips;
mod sources;
mod structured_data;
mod translated;
mod unstyled;
mod web_servers;
mod without_script;
