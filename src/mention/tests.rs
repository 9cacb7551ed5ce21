//! What the recognizers find in invented sentences, with the gazetteer as it stands in `ontology/`.
//!
//! In: a text and the names expected in it, each with its class. Out: a failure that shows all that was found. Names here
//! are made up, so that only the words around them speak; dates are left out.

use super::recognize;
use crate::gazetteer::Gazetteer;
use crate::syntax::Syntax;

fn found(text: &str) -> Vec<(String, &'static str)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology/gazetteer");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the folder is in the repository")
        .filter_map(|file| file.ok())
        .filter(|file| file.path().extension().is_some_and(|kind| kind == "csv"))
        .map(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            (format!("gazetteer/{name}"), std::fs::read_to_string(file.path()).expect("UTF-8"))
        })
        .collect();
    files.sort();
    let (gazetteer, _) = Gazetteer::load(&files);
    let syntax = Syntax::embedded().expect("the embedded model is whole");
    let mentions = recognize(text, &syntax.sentences(text), &gazetteer, Vec::new());
    mentions.list.iter().map(|mention| (mention.span.of(text).to_string(), mention.class.as_str())).collect()
}

fn check(text: &str, expected: &[(&str, &str)]) {
    let found = found(text);
    for (name, class) in expected {
        assert!(found.iter().any(|(span, of)| span == name && of == class), "{name} {class} in {text:?}: {found:?}");
    }
}

/// Checks that a text holds these mentions, in this order, and no others.
fn exactly(text: &str, expected: &[(&str, &str)]) {
    let found = found(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(name, class)| (name.as_str(), *class)).collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn words_around_a_lone_name_tell_its_class() {
    check("The airline Zorvia said on Monday it would cut jobs.", &[("Zorvia", "Organisation")]);
    check("Floods reached the town of Velmora overnight.", &[("Velmora", "Place")]);
    check("He was joined by his wife, Katalba, at the court.", &[("Katalba", "Person")]);
    check("“It was a hard year,” Drevnik said.", &[("Drevnik", "Person")]);
    check("Shares in Telvanto rose, and Telvanto shareholders cheered.", &[("Telvanto", "Organisation")]);
    check("Mr Zorva-Lind was told to leave.", &[("Zorva-Lind", "Person")]);
}

#[test]
fn a_document_names_things_by_short_forms() {
    check(
        "The Lemvig Broadcasting Council fined two stations. The Council said it had warned them.",
        &[("Lemvig Broadcasting Council", "Organisation"), ("Council", "Organisation")],
    );
    check("North Korea fired a missile. The North has fired four this year.", &[("North", "Government")]);
    check("Rescuers searched Velmora. The city of Velmora lies in the hills.", &[("Velmora", "Place")]);
    assert!(
        !found("Hurricane Ottoline turned north. Ottoline had weakened.").iter().any(|(name, _)| name == "Ottoline")
    );
}

#[test]
fn kinds_and_titles_tell_names_of_many_words() {
    check(
        "Lawmakers on Friday extended the Iran-Libya Sanctions Act, and the parties to the Dayton peace accord were told so.",
        &[("Iran-Libya Sanctions Act", "Instrument"), ("Dayton peace accord", "Instrument")],
    );
    check(
        "They were told to abide by the Lisbon Peace Accords and by the Anti-Piracy Bill as well.",
        &[("Lisbon Peace Accords", "Instrument"), ("Anti-Piracy Bill", "Instrument")],
    );
    check("It was said by the Dutch News Agency on Friday.", &[("Dutch News Agency", "Organisation")]);
    check(
        "The men were held by the High Council of Human Rights.",
        &[("High Council of Human Rights", "Organisation")],
    );
    check(
        "The three men met with Speaker Zorita Under on Friday in the northern town.",
        &[("Zorita Under", "Official")],
    );
    check("The plan of Governor of Velmora Ivo Drevnik failed.", &[("Velmora", "Place"), ("Ivo Drevnik", "Official")]);
    check("He was held by the intelligence service, Zorvin, for weeks.", &[("Zorvin", "Organisation")]);
    check("The plan was opposed by the Zorva-Lin (Fatherland) party on Monday.", &[("Zorva-Lin", "Organisation")]);
    check("He was held by agents of the Zorvia Intelligence Service (Zorvin).", &[("Zorvin", "Organisation")]);
    check("The plan was opposed by the Zorvia party on Monday.", &[("Zorvia", "Organisation")]);
    check("Members of the Zorvia party Ivo Drevnik knew were there.", &[("Zorvia", "Organisation")]);
    check("WASHINGTON, DC, July 26 -- The men were held.", &[("WASHINGTON, DC", "Place")]);
    assert!(found("Investigators said the men were held.").is_empty());
    assert!(!found("IRENA DREVNIK\n\nThe men were held for weeks.").iter().any(|(name, _)| name == "IRENA"));
}

#[test]
fn peoples_and_capitals_are_found_where_they_do_not_act() {
    check("Two Norwegians were hurt near Oslo.", &[("Norwegians", "Group"), ("Oslo", "Place")]);
    assert!(!found("A Norwegian company made the boats.").iter().any(|(_, class)| *class == "Person"));
    check("The Salvadoran Children's Fund opened a school.", &[("Salvadoran Children's Fund", "Organisation")]);
}

#[test]
fn capitals_stand_for_those_who_act() {
    check("The minister left Nairobi for Kampala.", &[("Kampala", "Place")]);
    check("The minister made the case for Kampala.", &[("Kampala", "Government")]);
    check("They condemned the takeover of Sanaa.", &[("Sanaa", "Place")]);
    let both = [("Kigali", "Government"), ("Kinshasa", "Government")];
    check("It displeased Kigali and Kinshasa, which have signed the pact.", &both);
    check("The European Commission froze the funds. Hungary accused Brussels.", &[("Brussels", "Organisation")]);
    check("Belgium froze the funds. Hungary accused Brussels.", &[("Brussels", "Government")]);
}

#[test]
fn a_name_ends_where_a_date_an_office_or_the_sentence_begins() {
    check("The plan was opposed by the Zorvia Council on Feb. 2 in the north.", &[("Zorvia Council", "Organisation")]);
    check("They praised the economist Zorva Sen. The talks failed.", &[("Zorva Sen", "Person")]);
    check("They praised the analyst Prince Zorva in the old town.", &[("Prince Zorva", "Person")]);
    check("He was held by guards of Ivo el-Drevnik. Lawyers for el-Drevnik met.", &[("el-Drevnik", "Person")]);
    assert!(
        !found("They asked a Union Minister and the Majority Chief Whip, who met him.")
            .iter()
            .any(|(_, c)| *c == "Person")
    );
    assert!(!found("They asked Velmora Commissioner of Police to leave the town.").iter().any(|(_, c)| *c == "Person"));
}

#[test]
fn kinds_of_bodies_tell_their_names() {
    check("The leader of the opposition Velmora Party was held for weeks.", &[("Velmora Party", "Organisation")]);
    check("The speaker of parliament, Zorita Velm, was held for weeks.", &[("Zorita Velm", "Official")]);
    check(
        "Two charities, Zorvin Aid and Velmora Relief, were in the old camp.",
        &[("Zorvin Aid", "Organisation"), ("Velmora Relief", "Organisation")],
    );
    check("He read it in Zorvia Gazeta government daily on Monday.", &[("Zorvia Gazeta", "Organisation")]);
    assert!(!found("He won the Zorvin Press Freedom Award in the north.").iter().any(|(_, c)| *c == "Organisation"));
    check("The ship left the port of Santa Velmora overnight.", &[("Santa Velmora", "Place")]);
    check("It was told by Bogotá to leave Málaga and the north.", &[("Bogotá", "Government"), ("Málaga", "Place")]);
    check(
        "It was told by the United Nations' refugee agency and by UN Children's Fund staff.",
        &[("United Nations' refugee agency", "Organisation"), ("UN Children's Fund", "Organisation")],
    );
}

#[test]
fn names_of_members_parties_and_states_are_kept_apart() {
    exactly(
        "He met Greens MP for West Velmora Peter Drevnik on Monday in the old town.",
        &[("Greens", "Organisation"), ("West Velmora", "Place"), ("Peter Drevnik", "Official")],
    );
    exactly(
        "The pro-Kurdish Velmora Justice Party met the ZVL-N on Monday in the old town.",
        &[("Kurdish", "Group"), ("Velmora Justice Party", "Organisation"), ("ZVL-N", "Organisation")],
    );
    exactly(
        "They filed it with the Velmora High Court against Uganda on Monday.",
        &[("Velmora High Court", "Organisation"), ("Uganda", "Government")],
    );
    exactly(
        "Peter Velmora Nepal was held on Monday for weeks. Mr Nepal was ill, and Nepal said so.",
        &[("Peter Velmora Nepal", "Person"), ("Nepal", "Person"), ("Nepal", "Government")],
    );
    exactly("He spoke of Zionism in Swahili with Southeast Asian guests, who came from the North on foot.", &[]);
    exactly(
        "A motion tabled by the Velmora Council calls for a truce.",
        &[("motion", "Instrument"), ("Velmora Council", "Organisation")],
    );
}

#[test]
fn the_north_is_a_state_beside_the_south_or_where_it_acts() {
    let south = ("South Korea", "Government");
    exactly("South Korea said the North had lied.", &[south, ("North", "Government")]);
    exactly("South Korea sent a ship. It left. The North said it was not there.", &[south, ("North", "Government")]);
    exactly("South Korea sent a ship. It left. Roads in the North were cut by floods.", &[south]);
    exactly("South Korea sent guests to the North of Wales.", &[south, ("Wales", "Place")]);
}

#[test]
fn bodies_are_called_by_a_word_of_their_name() {
    check(
        "The European Parliament met on Monday. Parliament urged Ghana to act.",
        &[("Parliament", "Organisation"), ("Ghana", "Government")],
    );
    check(
        "The Lemvig Trade Commission met on Monday. Commission urges Ghana to act.",
        &[("Lemvig Trade Commission", "Organisation"), ("Commission", "Organisation")],
    );
    check(
        "He belongs to the Velmora Brotherhood. The outlawed Brotherhood said so, and Brotherhood supporters cheered.",
        &[("Velmora Brotherhood", "Organisation"), ("Brotherhood", "Organisation")],
    );
    exactly(
        "Ghana fined the plough maker Green Sun Corporation. Green Sun said it would pay, and Green Sun's shares fell.",
        &[
            ("Ghana", "Government"),
            ("Green Sun Corporation", "Organisation"),
            ("Green Sun", "Organisation"),
            ("Green Sun", "Organisation"),
        ],
    );
    exactly("The ambassador told the Government that he was glad.", &[]);
}

#[test]
fn papers_are_told_by_their_last_word_or_their_people() {
    exactly("The state-run Gansu Daily said the courts were shut.", &[("Gansu Daily", "Organisation")]);
    check("Ana Doe, the editor of Zorva Vita, said so.", &[("Zorva Vita", "Organisation")]);
    check("Green Planet, a monthly based in Rome, closed.", &[("Green Planet", "Organisation"), ("Rome", "Place")]);
    check("It was aired, Reuters' Spanish Service said.", &[("Reuters' Spanish Service", "Organisation")]);
}

#[test]
fn titles_of_documents_are_one_name() {
    exactly(
        "The report, “Silent Fields: Drought and Hunger in Chad and Mali,” was published in Accra.",
        &[("report", "Report"), ("Silent Fields: Drought and Hunger in Chad and Mali", "Report"), ("Accra", "Place")],
    );
    exactly(
        "In its report “Chad has failed” was a word of Oxfam's.",
        &[("report", "Report"), ("Chad", "Government"), ("Oxfam", "Organisation")],
    );
    check("Ghana's Penal Code and its Press Law ban it.", &[("Penal Code", "Instrument"), ("Press Law", "Instrument")]);
    check("He was jailed under Ghana's criminal libel law.", &[("criminal libel law", "Instrument")]);
    check("The Health Act 1999 was repealed.", &[("Health Act 1999", "Instrument")]);
    check(
        "The king signed an Executive Order (E.O.) on Monday. The E.O. bans it.",
        &[("Executive Order", "Instrument"), ("E.O.", "Instrument")],
    );
    check("The Zorva Review found that the camp was full.", &[("Zorva Review", "Report")]);
}

#[test]
fn names_begin_and_end_where_they_should() {
    exactly(
        "The U.S. and African Union said so, and Google and General Motors agreed.",
        &[
            ("U.S.", "Government"),
            ("African Union", "Organisation"),
            ("Google", "Organisation"),
            ("General Motors", "Organisation"),
        ],
    );
    check("Zor Dae Hui said so.", &[("Zor Dae Hui", "Person")]);
    check("It is ruled by the ethnic majority Zorvas.", &[("Zorvas", "Group")]);
    check("Ghana's Joint Chiefs of Staff said so.", &[("Joint Chiefs of Staff", "Organisation")]);
    check("He sits at the Southern District of New York.", &[("Southern District of New York", "Organisation")]);
    check("It was said by the George W. Bush administration.", &[("George W. Bush administration", "Government")]);
    check("He was held in Zorva prison for a year.", &[("Zorva prison", "Place")]);
    check("Jane Power came. “It is over,” Power said in Accra.", &[("Jane Power", "Person"), ("Power", "Person")]);
    check("Theresa May came. Mrs May said it was over.", &[("May", "Official")]);
    exactly("The agency's Brazilian director general, Jane Doe, left.", &[("Jane Doe", "Person")]);
}

#[test]
fn bodies_go_on_over_fields_and_owners_and_end_before_persons() {
    exactly(
        "The Centre for Water, Human Rights and Trade said the dam was bad.",
        &[("Centre for Water, Human Rights and Trade", "Organisation")],
    );
    exactly(
        "The Committee to Protect Chad's Lakes said the mine was bad.",
        &[("Committee to Protect Chad's Lakes", "Organisation")],
    );
    exactly(
        "The Commission on Human Rights in South Sudan met on the hill.",
        &[("Commission on Human Rights in South Sudan", "Organisation")],
    );
    check(
        "The chairman of the Commission of Inquiry Anna Lomas said the war was cruel.",
        &[("Commission of Inquiry", "Organisation"), ("Anna Lomas", "Official")],
    );
    check(
        "Drevnik and National Assembly Speaker Anna Lomas met in the hills.",
        &[("Drevnik", "Person"), ("National Assembly", "Organisation"), ("Anna Lomas", "Official")],
    );
    check(
        "It was told so by the Water and Infrastructure Security Agency on the hill.",
        &[("Water and Infrastructure Security Agency", "Organisation")],
    );
    exactly("The Joint List condemned the vote.", &[("Joint List", "Organisation")]);
    assert!(found("The Rich List was out.").is_empty());
}

#[test]
fn sections_regions_and_nouns_behind_tell_bodies_and_places() {
    exactly("Greenpeace Kenya said the mine was bad.", &[("Greenpeace Kenya", "Organisation")]);
    check("He told Greenpeace Kenya would act.", &[("Greenpeace", "Organisation"), ("Kenya", "Government")]);
    exactly("The Bavarian government said the vote was fair.", &[("Bavarian government", "Government")]);
    exactly("The Zorva non-governmental organization said so.", &[("Zorva", "Organisation")]);
    exactly("Monks fled the Zorva monastery.", &[("Zorva", "Place")]);
    exactly("The raids in Zorvia and Telvan left four dead.", &[("Zorvia", "Place"), ("Telvan", "Place")]);
    exactly("They fled South Kazakhstan Region by night.", &[("South Kazakhstan Region", "Place")]);
    exactly(
        "A Kenyan-led force took the hill, which is under Russian control.",
        &[("Kenyan", "Government"), ("Russian", "Government")],
    );
    assert!(found("A Kenyan-made car took the hill.").is_empty());
    exactly("Somali Minister Resigns", &[("Somali", "Government")]);
}

#[test]
fn what_came_of_an_inquiry_is_a_report_and_the_inquiry_is_none() {
    exactly("An investigation by Oxfam found 20 graves.", &[("investigation", "Report"), ("Oxfam", "Organisation")]);
    exactly("New research suggests that the rivers are dirty.", &[("New research", "Report")]);
    exactly("Police opened a probe and found 20 graves.", &[]);
    exactly("After the inquiry, police found 20 graves.", &[]);
}

#[test]
fn a_bill_has_a_backer_and_an_agreement_is_broken() {
    exactly(
        "Lawmakers rejected the Togo-backed pension bill.",
        &[("Togo", "Government"), ("pension bill", "Instrument")],
    );
    exactly("Ghana violated the agreement.", &[("Ghana", "Government"), ("agreement", "Instrument")]);
    exactly("They said the Constitution forbids it.", &[("Constitution", "Instrument")]);
}

#[test]
fn small_letters_directions_and_commas_tell_names() {
    exactly("The home affairs ministry said so.", &[("home affairs ministry", "Organisation")]);
    exactly(
        "The Kenyan Prosecutor General's Office said so.",
        &[("Kenyan Prosecutor General's Office", "Organisation")],
    );
    exactly(
        "Oxfam opposed the adoption by the Kenyan Parliament of the Law on Public Order.",
        &[("Oxfam", "Organisation"), ("Kenyan Parliament", "Organisation"), ("Law on Public Order", "Instrument")],
    );
    exactly("Ruth Zulu, who led it, left.", &[("Ruth Zulu", "Person")]);
    exactly("Zulu leaders left.", &[("Zulu", "Group")]);
    check("Rebels in Togo's North Zorva left.", &[("North Zorva", "Place")]);
    exactly("The Wool Board, known as Wolbod, left.", &[("Wool Board", "Organisation"), ("Wolbod", "Organisation")]);
    exactly("He sold Atlantic Ridge Metal for US$3 billion.", &[("Atlantic", "Place")]);
    check("Denis Law on Sunday praised Chad.", &[("Denis Law", "Person")]);
    assert!(found("Union officials in Bratislava said so.").iter().all(|(_, class)| *class != "Government"));
    check("Officials in Bratislava said so.", &[("Bratislava", "Government")]);
    exactly("The Media and Law Association said so.", &[("Media and Law Association", "Organisation")]);
}
