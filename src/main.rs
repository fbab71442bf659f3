//! The page of 一本账: an address in, the ledger's answer on the screen.
//!
//! The chain is address → [`state::ViewState`] → engine query → outcome → screens; start reading
//! at [`page::Page`], which holds it. What a link carries stands in `state` and `link`, what the
//! page says in `messages`, what it looks like in `style/`. Modules from `book` to `chunks` know
//! no browser and are tested natively; `parts` know no ledger. Every view is reached through
//! `later` alone, which is how the build cuts the program in parts.

#![expect(unreachable_pub, reason = "the component macro makes its items public")]

mod state;

mod link;
mod stamp;

mod book;
mod card;
mod changes;
mod chunks;
mod citation;
mod deck;
mod excerpt;
mod faults;
mod figures;
mod history;
mod holdings;
mod loads;
mod movers;
mod network;
mod opening;
mod pairs;
mod palette;
mod qr;
mod region_profile;
mod resolve;
mod sentence;
mod shares;
mod show;
mod slices;
mod standing;
mod sums;
mod trends;
mod unit_profile;
mod units;
mod wall;
mod year_step;

mod take;

mod format;
mod messages;

mod page;

mod address;
mod app;
mod deck_store;
mod dom;
mod drawing;
mod keys;
mod later;
mod maker;
mod parts;
mod picture;
mod screens;
mod shared_link;

fn main() {
    // In a worker there is no window and no page: the program makes files there.
    if web_sys::window().is_some() {
        app::start();
    } else {
        later::make_files();
    }
}
