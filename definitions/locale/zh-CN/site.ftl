# 句子之外的字：空位、位置、终端上的标签。

# 没有值时填在空位里。
absent = 无

# 没有自己句子的代码。
problem-unworded = { $place }不合规则，现为 { $seen }，应为 { $want }。
    .remedy = 用 `chama rules list` 按代码查规则，改后重报。

# 位置：商品项、字段、报文。
place-item-field = 第 { $item } 项 { $field }
place-item = 第 { $item } 项
place-field = { $field }
place-message = 报文 { $message }
place-paper = 报文

# 终端上的一行。
print-line = 第 { $value } 行
print-seen = 现为 { $value }
print-want = 应为 { $value }
print-seen-want = 现为 { $seen }，应为 { $want }
print-quoted = 程序原话“{ $value }”
print-fix = 办法 { $value }
print-rule = 依据 { $value }
