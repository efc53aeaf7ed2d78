// Words of a question that say nothing about what is asked for.

/// Words left out of ranking: particles, pronouns and the words questions are made of.
///
/// The list is our own and short: only words that stand in most documents or only in questions. The same words count
/// when they are quoted or when the query holds nothing else.
enum StopWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = Set(
    """
    的 了 和 与 及 或 是 在 于 对 为 由 将 被 把 从 到 向 以 之 其 该 此 这 那 这个 那个 这些 那些 有 没有 也 都 就 还 又 而 且
    并 但 但是 如果 因为 所以 吗 呢 吧 啊 什么 什麼 甚么 哪 哪些 哪个 哪里 哪儿 哪种 哪位 谁 何 何时 何地 何处 如何 怎么 怎样
    怎么样 为什么 为何 多少 几 几个 多久 多大 多长 是否 能否 请问 一下 关于 有关 有哪些 是什么 可以 会 能 要 应
    a an and are for in is of on or the to what which who
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
