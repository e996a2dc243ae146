//! Names and the parts that they have, by phenomenon.

use super::*;
use crate::PartClass;

/// Parts as "latin:Class", joined by blanks.
fn shown(text: &str, kind: NameKind) -> String {
    let name = analyse(text, kind).unwrap();
    let parts: Vec<String> = name
        .parts
        .iter()
        .map(|part| match part.class {
            PartClass::Plain => part.latin.to_string(),
            class => format!("{}:{class:?}", part.latin),
        })
        .collect();
    parts.join(" ")
}

#[track_caller]
fn check_person(text: &str, parts: &str) {
    assert_eq!(shown(text, NameKind::Person), parts, "{text}");
}

#[test]
fn words_marks_and_initials() {
    for (text, parts) in [
        ("Muhammad Abd-al-Samad", "muhammad abdsamad:Given"),
        ("KO CH'O'L-CHAE", "ko chol chae"),
        ("J. R. Smith", "j:Initial r:Initial smith"),
        ("A.B.C. Smith", "a:Initial b:Initial c:Initial smith"),
        ("1-P", "1:Number p:Initial"),
        ("Nusret Imamović", "nusret imamovic"),
        ("Martin Luther King Jr.", "martin luther king jr:GenerationSuffix"),
        ("Ramon Arellano III", "ramon arellano iii:GenerationSuffix"),
        ("\u{202b}محمد\u{202c} على", "mhmd ali"),
        ("خامنه\u{200c}ای", "khamnhai"),
        ("Dr. Fnu Mnu Khamis", "dr:Title fnu:Placeholder mnu:Placeholder khamis"),
        ("ABDUL na GHANI", "abdul na:Placeholder ghani"),
        ("Na Kyong", "na kyong"),
    ] {
        check_person(text, parts);
    }
}

#[test]
fn compounds_are_one_part() {
    for (text, parts) in [
        ("Abd al Rahman", "abdrahman:Given"),
        ("'Abd-ar-Raḥmān", "abdrahman:Given"),
        ("Abdul Ghani Baradar", "abdulghani:Given baradar"),
        ("Abd Allah", "abdallah:Given"),
        ("عبد الله صالح", "abdallah:Given salh"),
        ("عبد الرحمن بن محمد", "abdrhmn:Given bn:Nasab mhmd"),
        ("AL ILLAH, Abd", "abdillah:Given"),
        ("ULLAH, Ehsan", "ehsanullah:Given"),
        ("Najib Ullah Khan", "najibullah:Given khan"),
        ("Saif al-Din al-Rawi", "saifdin:Given rawi:Nisba"),
        ("Salah Eddine Gasmi", "salaheddine:Given gasmi"),
        ("نور الدين", "nuraldin:Given"),
        ("Bashir-ud-Din", "bashirdin:Given"),
        ("Mati ur-Rehman", "matirehman:Given"),
        ("Mujibur Rahman", "mujiburrahman:Given"),
        ("Абд ар-Рахман аль-Багдади", "abdrakhman:Given bagdadi:Nisba"),
        ("BASIR NOORZAI, ABDUL", "abdulbasir:Given noorzai:Tribe"),
    ] {
        check_person(text, parts);
    }
}

#[test]
fn kunyas_articles_and_houses() {
    for (text, parts) in [
        ("Abu Umar", "abuumar:Kunya"),
        ("ABU UMAR AL-SHISHANI", "abuumar:Kunya shishani:Nisba"),
        ("Abou Moussab Abdelouadoud", "aboumoussab:Kunya abdelouadoud:Given"),
        ("IYADH, Abou", "abouiyadh:Kunya"),
        ("أبو بكر البغدادي", "abubkr:Kunya bghdadi:Nisba"),
        ("أبوغيث", "abughith:Kunya"),
        ("Abu Abd al-Rahman al-Iraqi", "abuabdrahman:Kunya iraqi:Nisba"),
        ("Ibrahim Ali Abu Bakr Tantoush", "ibrahim ali abubakr tantoush"),
        ("Abu Bakr Yunis Jabir Hasan", "abubakr yunis jabir hasan"),
        ("Firas AHMAD AL-DIN", "firas ahmaddin:Given"),
        ("آل سعود", "sud:AlHouse"),
        ("AL BEN ALI", "al:Particle ben:Nasab ali"),
        ("Ad Dulaimi", "dulaimi:Nisba"),
        ("Kim Il Sung", "kim il sung"),
        ("KIM JONG UN", "kim jong un"),
        ("Kim Un Nam", "kim un nam"),
        ("Jabhat an-Nusrah", "jabhat nusrah"),
        ("Pak Il-Gyu", "pak il gyu"),
        ("Usama bin Laden", "usama bin:Nasab laden"),
        ("الياس المر", "alias mr"),
        ("Noor Zai", "noorzai:Tribe"),
        ("Mufti Rashid Shahidkhel", "mufti:AmbiguousTitle rashid shahidkhel:Tribe"),
    ] {
        check_person(text, parts);
    }
}

#[test]
fn titles_stand_at_the_ends() {
    for (text, parts) in [
        ("Mullah Abdul Baqi Khan", "mullah:Title abdulbaqi:Given khan"),
        ("Abd-al-Tawwab Mullah Huwaysh", "abdtawwab:Given mullah huwaysh"),
        ("Haji Agha Jan Alizai", "haji:AmbiguousTitle agha jan alizai:Tribe"),
        ("Al-Ustadh", "ustadh:Title"),
        ("قاري سیف الله", "qari:Title sifallah:Given"),
    ] {
        check_person(text, parts);
    }
    for (text, title_only) in [
        ("Haji Sahib", true),
        ("Naib Imam", true),
        ("Akhund", true),
        ("The Doctor", true),
        ("Gul Agha", false),
        ("Dr. A. Q. Khan", false),
        ("Malik Noorzai", false),
        ("FNU LNU", false),
    ] {
        let name = analyse(text, NameKind::Person).unwrap();
        assert_eq!(name.has_note(NoteKind::TitleOnly), title_only, "{text}");
    }
    assert!(analyse("FNU LNU", NameKind::Person).unwrap().has_note(NoteKind::NothingInformative));
}

#[test]
fn title_words_that_are_names() {
    for (text, parts) in [
        ("MALIK NOORZAI", "malik noorzai:Tribe"),
        ("AMIR ABDULLAH", "amir abdullah:Given"),
        ("Hafiz Makhlouf", "hafiz makhlouf"),
        ("Haji Abdul Basir", "haji:AmbiguousTitle abdulbasir:Given"),
        ("Khan Hasan Daoud", "khan hasan daoud"),
        ("KHAN Hasan Daoud", "khan:AmbiguousTitle hasan daoud"),
        ("Jan Mohammad Madani Ikram", "jan mohammad madani ikram"),
        ("Gul Mohammad Kamran Khan", "gul mohammad kamran khan:AmbiguousTitle"),
        ("گل محمد کامران", "gl mhmd kamran"),
        ("Mullah Jan Mohammad Ikram", "mullah:Title jan mohammad ikram"),
        ("Walid AL-MUALLEM", "walid muallem"),
        ("Hasan Daoud al-Shaykh", "hasan daoud shaykh"),
        ("Haji Din Mohammad", "haji:AmbiguousTitle din mohammad"),
        ("Nur Din Hasan", "nurdin:Given hasan"),
        (
            "Fazeel-a-Tul Shaykh Hasan Ali",
            "fazeel:Title a:Initial tul:Title shaykh:Title hasan ali",
        ),
        ("Ahmed Abdi Aw-Mohamed", "ahmed abdi aw:Particle mohamed"),
        ("Mulah Hasan Daoud", "mulah:Title hasan daoud"),
        ("HAJIABDULBASIR", "haji:AmbiguousTitle abdulbasir:Given"),
        ("MULLAHOMAR", "mullah:Title omar"),
        ("MAULAWIRAJAB", "maulawi:Title rajab"),
        (
            "Mullah Gul Agha Akhund",
            "mullah:Title gul:AmbiguousTitle agha:AmbiguousTitle akhund:AmbiguousTitle",
        ),
        ("HAJIZADEH Ali", "hajizadeh ali"),
    ] {
        check_person(text, parts);
    }
}

#[test]
fn words_mark_the_father() {
    for (text, parts) in [
        ("Torjan Wardak, son of Gul Rasul", "torjan wardak son:Nasab of:Particle gul rasul"),
        ("Salma Rawi daughter of Hasan", "salma rawi daughter:Nasab of:Particle hasan"),
        ("Salim Rawi, fils de Hasan", "salim rawi fils:Nasab de:Particle hasan"),
        ("Son Of Sam", "son of sam"),
        ("Son Heung-min", "son heung min"),
        ("Rawi, Salim, son of Hasan", "salim:Given son:Nasab of:Particle hasan rawi:Family"),
    ] {
        check_person(text, parts);
    }
}

#[test]
fn articles_and_titles_run_together() {
    for (text, parts) in [
        ("Abu Ubaydah Yusuf alAnabi", "abuubaydah:Kunya yusuf anabi:Nisba"),
        ("Hasan AlAthari", "hasan athari:Nisba"),
        ("Abu Hasan Alathari", "abuhasan:Kunya athari:Nisba"),
        ("Faisal ALZAHRANI", "faisal zahrani:Nisba"),
        ("Houka Ag Alhousseini", "houka ag:Nasab housseini:Nisba"),
        ("Oum Sayyaf al-Iraqiya", "oumsayyaf:Kunya iraqiya:Nisba"),
        ("Елшафи Ел Шеих", "shafi:Nisba sheikh"),
        ("SundusAbd Al-Ghafur", "sundus abdghafur:Given"),
        ("Agha JanAlizai", "agha jan alizai:Tribe"),
        ("Ronald McDonald", "ronald mcdonald"),
        ("Albert Alfieri", "albert alfieri"),
    ] {
        check_person(text, parts);
    }
}

#[test]
fn peoples_are_nisbas() {
    for (text, parts) in [
        ("Ahmed the Tanzanian", "ahmed the:Particle tanzani:Nisba"),
        ("Ahmed le Tanzanien", "ahmed le:Particle tanzani:Nisba"),
        ("Ahmed el Tanzano", "ahmed tanzani:Nisba"),
        ("Abu Hafs the Mauritanian", "abuhafs:Kunya the:Particle mauritani:Nisba"),
        ("Абу Хафс Мавританец", "abukhafs:Kunya mauritani:Nisba"),
        ("Roman French", "roman french"),
        ("German Titov", "german titov"),
    ] {
        check_person(text, parts);
    }
}

#[test]
fn order_is_restored() {
    for (text, parts) in [
        ("Ghailani, Ahmed", "ahmed:Given ghailani:Family"),
        ("THE CHECHEN, Abu Jihad", "abujihad:Kunya the:Particle shishani:Nisba"),
        ("Smith, Jr.", "smith jr:GenerationSuffix"),
        ("Ramon Arellano, Jr. Felix", "ramon arellano jr:GenerationSuffix felix"),
        ("ERIKSSON<<ANNA<MARIA", "anna:Given maria eriksson:Family"),
        ("MUHAMMAD,  ", "muhammad"),
    ] {
        check_person(text, parts);
    }
    assert_eq!(shown("Bank, Trust", NameKind::Organisation), "bank trust:WeakWord");
}

#[test]
fn machine_readable_arabic_is_decoded() {
    check_person("MXHMD<<EBDALRXHMN", "abdalrhmn:Given mhmd:Family");
    let coded = analyse("XHSYN<ELY<<MXHMD", NameKind::Person).unwrap();
    let folded: Vec<&str> = coded.parts.iter().map(|part| &*part.folded).collect();
    assert_eq!(folded, ["محمد", "حسين", "علي"]);
    assert!(coded.has_note(NoteKind::MachineReadableArabicDecoded));
    for (zone, folded) in [
        ("KAXZZM<<RXSHYD<XTTEAN", "رشيد طعان كاظم"),
        ("HDAYT<ALLH", "هدايتالله"),
        ("EBD<ALMNAN<<EBD<ALSTAR", "عبدستار عبدمنان"),
        ("EMAXSH<<HDXAY<XSSALXH<MHDY", "هدي صالح مهدي عماش"),
        ("ALTKRYTY<<JMAL<MXSSXTTFXAY<EBD<ALLH<SLX", "جمال مصطفي عبدالله سل تكريتي"),
        ("HOXHA<<ENVER", "enver hoxha"),
        ("XHEMAILI<<ALBAN", "alban xhemaili"),
        ("BENALI<<KARIM<HASAN", "karim hasan benali"),
        ("FAXLER<<MAX", "max faxler"),
        ("DIXIE<<ALEX", "alex dixie"),
        ("AXEL<<RAISA", "raisa axel"),
    ] {
        let name = analyse(zone, NameKind::Person).unwrap();
        let parts: Vec<&str> = name.parts.iter().map(|part| &*part.folded).collect();
        assert_eq!(parts.join(" "), folded, "{zone}");
    }
    check_person("MAXAMED XASAN", "maxamed xasan");
    check_person("LAVDRIM MUHAXHERI", "lavdrim muhaxheri");
}

#[test]
fn the_last_word_of_a_full_field_may_be_cut() {
    for (text, cut) in [
        ("ALTKRYTY<<JMAL<MXSSXTTFXAY<EBD<ALLH<SLX", Some("SLX")),
        ("UTAWI<<ABDULRAHMAN<ABDULKARIM<MUHAMMAD<", None),
        ("UTAWI<<ABDULRAHMAN<ABDULKARIM<MUHAMMADA", Some("MUHAMMADA")),
        ("ABDULRAHMAN ABDULKARIM MUHAMMAD UTA", Some("UTA")),
        ("ABDULRAHMAN ABDULKARIM MUHAMMAD UT", None),
    ] {
        let name = analyse(text, NameKind::Person).unwrap();
        let note = name.notes.iter().find(|note| note.kind == NoteKind::PerhapsTruncated);
        assert_eq!(note.map(|note| &text[note.span.clone()]), cut, "{text}");
    }
    check_person(
        "UTAWI<<ABDULRAHMAN<ABDULKARIM<MUHAMMA<A",
        "abdulrahman:Given abdulkarim:Given muhamma a:Initial utawi:Family",
    );
}

#[test]
fn organisations_ships_and_numbers() {
    for (text, kind, parts) in [
        ("Almaz d.o.o.", NameKind::Organisation, "almaz limited:OrganisationType"),
        (
            "BLACKSTONE PARTNERS VII LLC",
            NameKind::Organisation,
            "blackstone partners:WeakWord 7:Number limited:OrganisationType",
        ),
        ("ООО Ромашка", NameKind::Organisation, "limited:OrganisationType romashka"),
        ("شركة النور", NameKind::Organisation, "company:OrganisationType nur"),
        ("M/V IRAN 455", NameKind::Vessel, "mv:OrganisationType iran 455:Number"),
        ("EP-CPX", NameKind::Aircraft, "epcpx:Number"),
        ("Kata'ib 1920", NameKind::Organisation, "kataib 1920:Number"),
        (
            "General Trading Co. Ltd",
            NameKind::Organisation,
            "general:WeakWord trading:WeakWord limited:OrganisationType",
        ),
    ] {
        assert_eq!(shown(text, kind), parts, "{text}");
    }
}

#[test]
fn homoglyphs_are_repaired() {
    for (text, folded, count) in [
        ("Вiкторович", "вікторович", 1),
        ("КАРТAПOЛOВ", "картаполов", 3),
        ("ROMASHKІN", "romashkin", 1),
        ("Mаhmоud", "mahmoud", 2),
    ] {
        let name = analyse(text, NameKind::Person).unwrap();
        assert_eq!(&*name.parts[0].folded, folded, "{text}");
        let repaired = name
            .notes
            .iter()
            .filter(|note| matches!(note.kind, NoteKind::HomoglyphRepaired { .. }));
        assert_eq!(repaired.count(), count, "{text}");
    }
}

/// What becomes of text that is no name: each has a stated result, parts and notes, or a refusal.
#[test]
fn bad_input_has_a_stated_result() {
    for (text, parts, note) in [
        ("\u{0301}", "", NoteKind::NothingComparable),
        ("\u{1f600}\u{1f600}", "", NoteKind::NothingComparable),
        ("\u{0}\u{7}\u{1b}", "", NoteKind::NothingComparable),
        ("\u{202e}\u{2066}", "", NoteKind::NothingComparable),
        ("\u{fffd}", "", NoteKind::NothingComparable),
        ("Hasan\u{202e} Ali", "hasan ali", NoteKind::InvisibleRemoved { written: '\u{202e}' }),
        ("Has\u{0}an Ali", "hasan ali", NoteKind::InvisibleRemoved { written: '\u{0}' }),
        ("Has\u{fffd}an Ali", "hasan ali", NoteKind::ReplacementCharacter),
        ("hasan.ali@example.com", "hasan ali example com", NoteKind::HardlyAName),
        ("https://example.com", "https example com", NoteKind::HardlyAName),
        ("Haji Sahib", "haji:Title sahib:Title", NoteKind::TitleOnly),
        ("Naib Imam", "naib:Title imam:Title", NoteKind::TitleOnly),
        ("FNU LNU", "fnu:Placeholder lnu:Placeholder", NoteKind::NothingInformative),
        ("አቢይ", "", NoteKind::ScriptWithoutTable { written: 'አ' }),
        ("தமிழ்", "", NoteKind::ScriptWithoutTable { written: 'த' }),
        ("សុខ", "", NoteKind::ScriptWithoutTable { written: 'ស' }),
    ] {
        check_person(text, parts);
        let name = analyse(text, NameKind::Person).unwrap();
        assert!(name.has_note(note), "{text:?}: {:?}", name.notes);
    }
    let sentence = "the applicant has not told us his name and we do not know it so far";
    assert!(analyse(sentence, NameKind::Person).unwrap().has_note(NoteKind::HardlyAName));
    // A script without a table is compared by its own letters.
    let name = analyse("አቢይ አህመድ", NameKind::Person).unwrap();
    let folded: Vec<&str> = name.parts.iter().map(|part| &*part.folded).collect();
    assert_eq!(folded, ["አቢይ", "አህመድ"]);
}

#[test]
fn hostile_input_is_answered() {
    for text in [
        "",
        " ",
        "-",
        ".",
        "😀😀",
        "\u{0301}",
        "\u{202e}\u{202e}\u{2066}",
        "\u{0}\u{7}",
        "\u{fffd}",
        "''''",
        "<<<<",
        ",,,",
        "،",
        "\u{00b4}",
        "\u{fdfa}",
        "ﷲ",
        "al",
        "al al al",
        "abd",
        "abu abu abu",
        "ال",
        "عبد",
        "X",
        "XXXX",
        "ch",
        "h",
        "\u{200d}\u{094d}",
        "ࡰ",
    ] {
        let name = analyse(text, NameKind::Person).unwrap();
        assert!(
            name.parts.iter().all(|part| part.latin.is_empty() == part.skeleton.is_empty()),
            "{text:?}"
        );
    }
    assert_eq!(
        analyse(&"a".repeat(10_000), NameKind::Person),
        Err(AnalysisRefusal::TooManyBytes { bytes: 10_000, limit: MAXIMUM_NAME_BYTES })
    );
    assert_eq!(
        analyse(&"a ".repeat(200), NameKind::Person),
        Err(AnalysisRefusal::TooManyParts { limit: MAXIMUM_NAME_PARTS })
    );
}
