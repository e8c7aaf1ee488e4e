### 文件、压缩包、setup 与存储的话。

archive-broken = 压缩包读不出：{ $seen }。
    .remedy = 重新打包后再发。

archive-path = 压缩包里的路径 { $seen } 越出包外，不读。
    .remedy = 去掉路径里的上级目录后重新打包。

archive-too-large = 压缩包有 { $seen } 个文件，最多 { $want } 个。
    .remedy = 分成几个包。

file-missing = 没有文件 { $seen }。
    .remedy = 核对路径。

setup-file = setup 文件第 { $line } 行：{ $seen }。
    .remedy = 按用户手册改该行。

setup-value = { $field } 不能是 { $seen }。
    .remedy = 按用户手册改该值。

setup-promised = { $field } 不能减到 { $seen }：可用只有 { $free }（最小单位）。
    .remedy = 先等占用的清单办结，再减。

store-full = 磁盘满或不可写，这次没有保存。
    .remedy = 腾出空间后原样再发。

store-held = 数据目录被另一个进程占用。
    .remedy = 停掉它，或改送给它。

store-newer = 数据由更新的程序写成。
    .remedy = 用新程序打开。

store-damaged = 数据有损坏。
    .remedy = 运行 `chama verify`，再用备份恢复。

store-foreign = 不是本程序的数据。
    .remedy = 核对目录或文件。

store-fault = 程序故障，这次没有保存。
    .remedy = 报给维护者，附上时间。

demo-released = 放行
demo-review = 待人工审核
demo-waiting = 等候缺件或担保
demo-refused = 退单
demo-unexpected = 与预设不符：
demo-tax = 税款
demo-quota = 占用个人额度
demo-unsigned = 签名未核验
