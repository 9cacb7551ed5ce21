//! Whether a named person is "he" or "she": by a title, a noun that says so, or a first name that tells.
//!
//! In: a person's names and the words before them. Out: a [`Gender`], or none where nothing tells, and then both pronouns are
//! allowed. The lists hold first names that are borne by one sex in most countries; a wrong guess only costs a link.

/// Which third-person pronoun a person takes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

/// By a title or noun beside the name: "Mr", "spokeswoman".
pub(super) fn of_title(word: &str) -> Option<Gender> {
    let word = word.trim_end_matches('.').to_lowercase();
    match word.as_str() {
        "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "father" | "brother" | "pope" | "sheikh" | "imam"
        | "señor" | "actor" | "baron" => Some(Gender::He),
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "duchess" | "sister" | "mother"
        | "baroness" | "madame" | "actress" | "mme" => Some(Gender::She),
        _ if word.len() > 5 && word.ends_with("woman") => Some(Gender::She),
        _ if word.len() > 5 && word.ends_with("man") && word != "german" && word != "human" => Some(Gender::He),
        _ => None,
    }
}

/// By a first name.
pub(super) fn of_first_name(name: &str) -> Option<Gender> {
    let name = name.to_lowercase();
    let listed = |list: &str| list.split_ascii_whitespace().any(|known| known == name);
    if listed(HE) {
        Some(Gender::He)
    } else if listed(SHE) {
        Some(Gender::She)
    } else {
        None
    }
}

const HE: &str = "aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alexander alexei alfred ali allan \
    alvaro andre andreas andrei andrew anthony antonio antony ari arthur ashraf austin barack barry bashar ben benjamin bernard \
    bernie bill bob boris brad brandon brendan brent brett brian bruce bruno calvin carl carlos charles chris christian \
    christopher chuck claude clive colin craig dan daniel darren dave david dean dennis derek diego dick dieter dmitri dmitry \
    dominic don donald doug douglas duncan ed eddie edgar edmund eduardo edward edwin emmanuel enrique eric ernest ethan eugene \
    evan fabio felipe felix fernando filippo francesco francis francisco francois frank franz fred frederick gabriel gary gavin \
    geoffrey george gerald gerard gerhard giorgio giovanni giuseppe glenn gordon graham grant greg gregory guillermo gustavo guy \
    hamid hans harold harry hassan hector henri henry herbert herman howard hugh hugo hussein ian ibrahim igor ismail ivan jack \
    jacob jacques jaime jair jake james jamie jan jason javier jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joao \
    joaquin joe joel johan johannes john jon jonathan jorge jose josef joseph joshua juan julian julio justin karl keith kenneth \
    kevin khalid klaus konstantin kurt kyle lance larry lars laurence laurent lawrence lee leo leon leonard leonardo liam lloyd \
    louis luca lucas luigi luis luiz luke mahmoud malcolm manuel marc marcel marco marcos mario mark markus martin martti marty \
    massimo matt matteo matthew matthias maurice max michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed \
    muhammad mustafa narendra nathan neil nelson nicholas nick nicolas nigel nikita nikolai noah noel norman oleg oliver olivier \
    omar orlando oscar osama otto owen pablo paolo patrick paul pavel pedro pete peter phil philip philippe pierre piotr rafael \
    rahul rajiv ralph ramon randy raul ray raymond recep ricardo richard rick rob robert roberto rodrigo roger roland roman ron \
    ronald ross roy rudolf rudy rupert russell ryan salman sam samuel santiago scott sean sebastian sergei sergey seth shane \
    shinzo sidney silvio simon stanley stefan stephen steve steven stuart syed ted terry theodore thierry thomas tim timothy \
    toby todd tom tomas tony travis trevor umar vaclav victor viktor vincent vincenzo vladimir volodymyr walter warren wayne \
    werner wilhelm william winston wolfgang xavier yasser yitzhak yuri yusuf zachary";

const SHE: &str = "abigail ada agnes aisha alexandra alexandria alice alicia alison amanda amber amelia amina amy ana andrea angela \
    angelina anita ann anna anne annette annie antonia astrid aung audrey barbara beatrice benazir bernadette beth betty \
    beverly brenda bridget brigitte camilla carla carmen carol carolina caroline carolyn carrie catherine cecilia celia charlotte \
    cheryl chloe christina christine cindy claire clara claudia colleen condoleezza constance courtney cristina cynthia daisy \
    dana daniela danielle deborah debra denise diana diane dilma dolores donna dora doris dorothy eileen elaine eleanor elena \
    elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika erin esther eva eve evelyn fatima federica felicia \
    fiona florence frances gabriela geraldine gina giulia gladys glenda gloria grace greta gwen hannah harriet hayley heather \
    heidi helen helena helga hilary hillary hina ingrid irena irene iris isabel isabella ivana ivanka jacinda jacqueline jane janet \
    janice jasmine jean jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith \
    judy julia juliana julie june kamala karen karin karina kate katherine kathleen kathryn kathy katie katrina kayla kelly kim \
    kirsten kristen kristin kristina laila lara laura lauren leila leonor leslie liliana lilian lily linda lisa liz liza lois \
    loretta lorraine louisa louise lucia lucy lydia lynn maddie madeleine madeline magdalena maggie malala mandy margaret maria \
    mariam marian marianne marie marina marine marion marjorie marta martha mary maryam matilda maureen megan melania melanie \
    melinda melissa mercedes meredith mia michaela michele michelle mildred miranda miriam molly monica monika nadia nancy naomi \
    natalia natalie natasha nicola nicole nina nora norma olga olivia ophelia pamela patricia paula pauline penelope penny petra \
    phyllis priscilla priti priyanka rachel ramona rebecca regina renee rita roberta rosa rosalind rose rosemary roxana ruth sabrina \
    sally samantha sandra sara sarah shannon sharon sheila sheryl shirley silvia simone sofia sonia sophia sophie stacey \
    stella stephanie sue suella susan susana suzanne svetlana sylvia tamara tania tanya tara tatiana teresa tessa theresa tina tracey \
    tulsi ursula valentina valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney yasmin \
    yolanda yulia yvette yvonne zainab zoe";
