//! The measure units of the documents, in English.

use crate::state::Lang;

/// The unit in the page's language; empty for an English word that only counts things, and as
/// printed where no English is known.
pub(crate) fn measure_unit(unit: &str, lang: Lang) -> &str {
    if lang == Lang::En { english(unit).unwrap_or(unit) } else { unit }
}

/// The language of [`measure_unit`] where it is not the page's own.
pub(crate) fn unit_lang(unit: &str, lang: Lang) -> Option<&'static str> {
    let is_source = lang == Lang::En && !unit.is_ascii() && english(unit).is_none();
    is_source.then(|| Lang::Zh.tag())
}

fn english(unit: &str) -> Option<&'static str> {
    Some(match unit {
        // Chinese counts things with a word of their kind, English without one.
        "个" | "家" | "台" | "所" | "条" | "张" | "座" | "项" | "套" | "间" | "辆" | "支"
        | "处" | "部" | "次" | "场" | "件" | "只" => "",
        "人" | "名" => "people",
        "人次" => "visits",
        "户" => "households",
        "元" => "yuan",
        "美元" => "US dollars",
        "亩" => "mu",
        "公顷" => "ha",
        "公里" | "千米" => "km",
        "米" => "m",
        "平方米" => "m²",
        "平方公里" => "km²",
        "立方米" => "m³",
        "吨" => "t",
        "吨标煤" => "t of coal equivalent",
        "兆瓦" => "MW",
        "千瓦时" => "kWh",
        "标箱" => "TEU",
        "微克/立方米" => "µg/m³",
        "岁" | "周岁" | "年" => "years",
        "天" => "days",
        "小时" => "hours",
        "分钟" => "minutes",
        "个百分点" => "points",
        _ => return None,
    })
}
