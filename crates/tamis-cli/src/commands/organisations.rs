//! `tamis organisations …`

use tamis_service::organisations::knowledge;
use tamis_service::{contradictions, designations, dossier, search_organisations};
use tamis_wire::form::to_pretty;
use tamis_wire::organisations::form::{ContradictionsForm, DossierForm, RegisterForm, SearchForm};
use tamis_wire::organisations::{
    RegisterDetail, contradictions_text, dossier_text, register_text, search_text,
};

use crate::arguments::{
    ContradictionsArguments, DesignationsArguments, OrganisationArguments, OrganisationsCommand,
    SearchArguments,
};
use crate::data_folder;
use crate::exit::Exit;
use crate::output::{self, Console};

pub(super) fn run(console: &Console, command: OrganisationsCommand) -> anyhow::Result<Exit> {
    match command {
        OrganisationsCommand::Search(arguments) => search(console, arguments),
        OrganisationsCommand::Show(arguments) => show(console, arguments),
        OrganisationsCommand::Designations(arguments) => register(console, &arguments),
        OrganisationsCommand::Contradictions(arguments) => contradicted(console, arguments),
    }
}

fn search(console: &Console, arguments: SearchArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let answer = search_organisations(&archive, &arguments.name, arguments.day.as_of)?;
    output::print(&if console.json {
        to_pretty(&SearchForm::of(knowledge()?, &answer))? + "\n"
    } else {
        search_text(console.style(), knowledge()?, &answer)
    })?;
    Ok(Exit::Done)
}

fn show(console: &Console, arguments: OrganisationArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let answer = dossier(&archive, &arguments.organisation, arguments.day.as_of)?;
    output::print(&if console.json {
        to_pretty(&DossierForm::of(knowledge()?, &answer))? + "\n"
    } else {
        dossier_text(console.style(), knowledge()?, &answer)
    })?;
    Ok(Exit::Done)
}

fn register(console: &Console, arguments: &DesignationsArguments) -> anyhow::Result<Exit> {
    let detail = if arguments.details { RegisterDetail::Acts } else { RegisterDetail::Line };
    let answer = designations(&arguments.organisation, arguments.day.as_of)?;
    output::print(&if console.json {
        to_pretty(&RegisterForm::of(knowledge()?, &answer))? + "\n"
    } else {
        register_text(console.style(), knowledge()?, &answer, detail)
    })?;
    Ok(Exit::Done)
}

fn contradicted(console: &Console, arguments: ContradictionsArguments) -> anyhow::Result<Exit> {
    let archive = data_folder::archive(arguments.folder.data)?;
    let answer = contradictions(&archive, &arguments.organisation, arguments.day.as_of)?;
    output::print(&if console.json {
        to_pretty(&ContradictionsForm::of(knowledge()?, &answer))? + "\n"
    } else {
        contradictions_text(console.style(), knowledge()?, &answer, arguments.all)
    })?;
    Ok(Exit::Done)
}
