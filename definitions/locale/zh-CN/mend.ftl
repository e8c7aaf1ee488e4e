# 修正报文：改了什么，留下什么。

mend-order = 第 { $line } 行的 { $field } 不在其位，已按格式文件的顺序排好，内容未动。
    .remedy = 以修正后的文件申报，并让导出程序按字段表的顺序写出。
mend-prefix = 第 { $line } 行的 { $field } 不在海关的命名空间内，已归入，内容未动。
    .remedy = 以修正后的文件申报，并在导出程序的根元素上写明命名空间。
mend-empty = 第 { $line } 行的 { $field } 可以不报、不能为空，空元素已删去。
    .remedy = 以修正后的文件申报；有值的，填上再报。
mend-bom = 文件开头的字节顺序标记已删去。
    .remedy = 以修正后的文件申报，并让导出程序存为不带标记的 UTF-8。
mend-signature-void = 报文已改动，第 { $line } 行的签名随之失效。
    .remedy = 用电子口岸卡对修正后的文件重新签名，再申报。
mend-unknown = 第 { $line } 行的 { $field } 不在字段表中，原样留在原处，没有修正。
    .remedy = 核对名称：写错的改正，多余的删去，再修正一次。
mend-unreadable = 文件从第 { $line } 行起读不下去，没有作任何修正。
    .remedy = 先按检查结果改好文件的 XML，再修正一次。
