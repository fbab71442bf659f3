//! How alike two indicators are by their words.

/// The least likeness by which a fact answers a target.
pub(super) const ENOUGH: f64 = 0.5;

/// Other words for the same thing.
const SYNONYMS: [(&str, &str); 12] = [
    ("GDP", "生产总值"),
    ("gdp", "生产总值"),
    ("高企", "高新技术企业"),
    ("社零", "社会消费品零售"),
    ("规模以上", "规上"),
    ("限额以上", "限上"),
    ("固投", "固定资产投资"),
    ("常住居民", "居民"),
    ("新开工建设", "新建"),
    ("细颗粒物", "PM2.5"),
    ("空气优良", "空气质量优良"),
    ("占比", "比重"),
];

/// Words that say little about what is measured.
const GENERIC: [&str; 52] = [
    "新增",
    "完成",
    "实现",
    "全市",
    "全县",
    "全区",
    "我市",
    "我县",
    "建成",
    "建设",
    "实施",
    "开展",
    "创建",
    "创成",
    "打造",
    "推进",
    "目前",
    "累计",
    "达到",
    "新建",
    "启动",
    "项目",
    "企业",
    "工程",
    "面积",
    "数量",
    "额度",
    "情况",
    "工作",
    "培育",
    "引进",
    "成功",
    "推动",
    "第一批",
    "任务",
    "争创",
    "总体",
    "分别",
    "今年",
    "其中",
    "帮助",
    "组织",
    "提升",
    "整治",
    "已",
    "共",
    "达",
    "的",
    "等",
    "率",
    "数",
    "个",
];

/// Words that narrow what is counted: a fact with one answers no target without it.
const NARROWING: [&str; 14] = [
    "限上",
    "限下",
    "规上",
    "规下",
    "民间",
    "外资",
    "小巨人",
    "城镇居民",
    "农村居民",
    "春粮",
    "夏粮",
    "秋粮",
    "早稻",
    "晚稻",
];

/// The words of an indicator, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Words {
    text: String,
    chars: Vec<(char, f64)>,
}

impl Words {
    /// Puts synonyms into one form, drops marks and weighs each character.
    pub(super) fn of(indicator: &str) -> Self {
        let mut text: String =
            indicator.chars().filter(|c| c.is_alphanumeric() || *c == '.').collect();
        for (word, same) in SYNONYMS {
            text = text.replace(word, same);
        }
        let mut weights = vec![1.0; text.len()];
        for word in GENERIC {
            for (at, _) in text.match_indices(word) {
                weights[at..at + word.len()].fill(0.3);
            }
        }
        let chars = text.char_indices().map(|(at, c)| (c, weights[at])).collect();
        Self { text, chars }
    }

    /// How much they say: about one for each character that is not generic.
    pub(super) fn weight(&self) -> f64 {
        self.chars.iter().map(|(_, weight)| weight).sum()
    }

    /// Whether they say too little to be compared.
    pub(super) fn is_bare(&self) -> bool {
        self.weight() < 1.6
    }

    /// How alike the fact's words are to the target's, 0 to 1.
    ///
    /// Characters and pairs of characters in common, relative to the shorter of the two; the
    /// longer counts a little, so that of two that hold the shorter the closer one wins.
    pub(super) fn likeness(&self, target: &Self) -> f64 {
        let narrows = |word: &str| self.text.contains(word) && !target.text.contains(word);
        if NARROWING.into_iter().any(narrows) { 0.0 } else { self.likeness_of_part(target) }
    }

    /// How alike they are where the fact's may be a part of what the target's name.
    pub(super) fn likeness_of_part(&self, target: &Self) -> f64 {
        if self.is_bare() || target.is_bare() {
            return 0.0;
        }
        let (own, other) = (self.weight(), target.weight());
        let common = common(&self.chars, &target.chars);
        let (pairs, others) = (pairs(&self.chars), pairs(&target.chars));
        let total = |pairs: &[((char, char), f64)]| -> f64 { pairs.iter().map(|(_, w)| w).sum() };
        let n_pairs = total(&pairs).min(total(&others)).max(0.1);
        let contained =
            f64::midpoint(common / own.min(other), self::common(&pairs, &others) / n_pairs);
        if contained < ENOUGH { 0.0 } else { 0.8 * contained + 0.2 * common / own.max(other) }
    }
}

/// Each character with the one behind it, weighed by the lighter.
fn pairs(chars: &[(char, f64)]) -> Vec<((char, char), f64)> {
    chars.windows(2).map(|pair| ((pair[0].0, pair[1].0), pair[0].1.min(pair[1].1))).collect()
}

/// The weight of what two lists have in common, each entry used once.
fn common<T: PartialEq>(some: &[(T, f64)], others: &[(T, f64)]) -> f64 {
    let mut is_used = vec![false; others.len()];
    let mut sum = 0.0;
    for (value, weight) in some {
        let found =
            others.iter().zip(&is_used).position(|((other, _), used)| other == value && !used);
        if let Some(at) = found {
            is_used[at] = true;
            sum += weight.min(others[at].1);
        }
    }
    sum
}
