//! What is asked in traditional characters is answered as in those of the report: the build knows their forms.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use plan_data::{Answer, Matches, Question, Record, look_up};
use plan_explorer::data::{Prepared, bundled};

#[test]
fn traditional_characters_are_answered_like_those_of_the_report() {
    let Prepared { dataset, readings, index, .. } = bundled().unwrap();
    let listed = |text: &str| -> Vec<String> {
        let question = Question::new(text, &dataset, &readings);
        let Answer { groups, .. } = look_up(&dataset, &question, &Matches::of(&question, &index), |_| 5);
        groups.iter().flat_map(|group| &group.hits).map(Record::id).map(str::to_owned).collect()
    };
    for (traditional, simplified) in [
        ("今年要修哪些路", "今年要修哪些路"),
        ("魏寨村有什麼項目", "魏寨村有什么项目"),
        ("醫院", "医院"),
        ("幼兒園", "幼儿园"),
        ("舊改", "旧改"),
        ("招商引資", "招商引资"),
        ("空氣質量怎麼樣", "空气质量怎么样"),
        ("東環路", "东环路"),
    ] {
        let found = listed(traditional);
        assert!(!found.is_empty(), "{traditional}");
        assert_eq!(found, listed(simplified), "{traditional}");
    }
}
