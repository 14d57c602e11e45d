//! Renders the page when it is built: what readers see before, and without, WebAssembly. Runs natively over the same
//! components as the app; Trunk calls it as the last step of a build (Trunk.toml).

pub mod assets;
pub mod page;
