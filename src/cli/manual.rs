//! `claimgraph man`: the manual, a page for each command, one after another.
//!
//! In: the commands as clap knows them. Out: roff. Examples are set line by line as they stand in the help: a filled
//! paragraph would run them together.

use std::io::Write;

use clap_mangen::Man;

/// Writes the page of a command, then those of its own commands.
pub(super) fn pages(command: &clap::Command, out: &mut Vec<u8>) -> anyhow::Result<()> {
    let plain = command.clone().after_help(None::<&str>);
    Man::new(plain).source(concat!("claimgraph ", env!("CARGO_PKG_VERSION"))).render(out)?;
    if let Some(help) = command.get_after_help() {
        writeln!(out, ".SH EXAMPLES AND NOTES\n.nf\n.in 2n")?;
        for line in help.to_string().lines() {
            // A line that began with a stop would be a request.
            writeln!(out, "\\&{}", line.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq"))?;
        }
        writeln!(out, ".in\n.fi")?;
    }
    command.get_subcommands().try_for_each(|inner| pages(inner, out))
}
