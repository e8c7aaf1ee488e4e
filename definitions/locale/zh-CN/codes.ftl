# 代码表。

code-no-edition = 代码表 { $table } 自 { $earliest } 起才有版本，{ $seen } 无从查起。
    .remedy = 核对日期；确需该日的，由官员载入当时的版本。
code-no-table = 没有名为 { $table } 的代码表。
    .remedy = 用 `chama codes list` 查看表名，改后再查。
codes-header = 代码表 { $table } 的文本应有列 { $want }，{ $field } 一列没有或重复。
    .remedy = 按该表的列名改好表头，再载入整份文本。
codes-row = 第 { $line } 行{ $shape ->
    [cells] 应有 { $want } 格，与表头相同
    [length] 的 { $field } 应为 { $want } 个字符
    [digits] 的 { $field } 应全为数字
    [code] 的 { $field } 应为不带空格的代码
    [rate] 的 { $field } 应为 { $want } 之间的小数，如 0.13
    [share] 的 { $field } 应为不小于 0、小于 1 的小数，如 0.13
    [day] 的 { $field } 应为日期，如 { $want }
    [unit] 的 { $field } 应为计量单位表内的代码
    [kind] 的 { $field } 应为 off 或 work
    [mark] 的 { $field } 应为 A、B、C 或留空
   *[rows] 起应至少有一行
}，现为“{ $seen }”。
    .remedy = 改正该行，再载入整份文本；此次一行也没有载入。
codes-duplicate = 代码 { $seen } 应只有一行，第 { $want } 行已有，第 { $line } 行又有。
    .remedy = 留下正确的一行，再载入整份文本；此次一行也没有载入。
codes-edition-exists = 代码表 { $table } 自 { $from } 起的版本已经载入，内容与此不同。
    .remedy = 核对起始日期；要更正已载入的版本，另以新的起始日期载入。
codes-older-edition = 代码表 { $table } 沿用 { $from } 起的旧版，新版尚未载入。
    .remedy = 官员载入现行版本后，此提示不再出现。
code-list-incomplete = { $place }：已载入的代码表 { $table } 中没有 { $seen }；该表不全，不能据此认定有误。
    .remedy = 核对代码；官员载入完整的代码表后，此提示不再出现。
