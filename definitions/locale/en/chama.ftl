### Words about files, archives, setup and storage.

archive-broken = The archive cannot be read: { $kind ->
    [cut] it ends in the middle
    [password] it is locked with a password
    [method] it is packed in a way that is not taken
    [no-zip] its list of files is no list of a .zip
   *[content] what is packed in it is damaged
}.
    .remedy = { $kind ->
        [cut] Copy or download it whole, then send again.
        [password] Pack it again without a password, send again.
        [method] Pack it again as a plain .zip or .gz, send again.
       *[content] Pack it again, send again.
    }

archive-path = The archive names { $seen }, a path outside it; it is not read.
    .remedy = Pack it again without parent folders in names.

archive-too-large = The archive holds { $seen } files; { $want } are taken.
    .remedy = Split it.

archive-empty = The archive holds no .xml file.
    .remedy = Pack the messages themselves, send again.

archive-nested = What was unpacked is packed once more; it is not read.
    .remedy = Pack the messages once, send again.

archive-repeated = The archive holds two files of one name; none of it was read.
    .remedy = Give each file its own name, send again.

file-too-large = Unpacked it has more than { $want } bytes; it is not read.
    .remedy = Split it into messages of at most 100 documents.

file-unreadable = The file cannot be opened: { $seen ->
    [missing] it is there no more
    [denied] no permission to read it
    [folder] it is a folder
    [special] it is no plain file
   *[other] the system says { $seen }
}.
    .remedy = Check the path and who may read it.

setup-file = Line { $line } of the setup file is no TOML: { $seen }
    .remedy = An entry begins with [[firm]] and the like, a key has = and its value behind it, texts stand in "double quotes", lists in [ ]; nothing stands twice. The user guide shows a whole file (section 3).

setup-unknown = Line { $line }: { $kind ->
    [setting] there is no setting { $seen }; there are { $want }, each in quotes
   *[key] { $seen } is not known there; known are { $want }
}.
    .remedy = Correct the spelling, or take the line out.

setup-missing = Line { $line }: { $field } is missing.
    .remedy = Add it to the entry that begins on this line: { $kind ->
        [texts] a list of texts, as in ["1210", "9610"]
        [amount] yuan as text, as in "540000.00"
        [quantity] a number as text, as in "1276"
        [share] a share from 0 to 1 as text, as in "0.5"
        [entries] entries of their own behind it, in double brackets
       *[text] a text in double quotes
    }.

setup-kind = Line { $line }: { $field } cannot be { $seen }.
    .remedy = { $kind ->
        [texts] A list of texts is wanted, as in ["1210", "9610"]
        [amount] Yuan as text are wanted, as in "540000.00"
        [quantity] A number as text is wanted, as in "1276"
        [share] A share from 0 to 1 as text is wanted, as in "0.5"
        [content] Wanted is what one piece holds, as in {"{"} value = "20", unit = "g" {"}"}
        [entries] Each such entry begins with its name in double brackets, as in [[firm]]
        [settings] Wanted is one section [settings] with a line for each
       *[text] A text in double quotes is wanted
    }.

setup-value = Line { $line }: { $field } cannot be { $seen }{ $kind ->
    [firm] ; it is a unified social credit code of 18 signs with its check digit, or the 10 letters and digits of customs
    [roles] ; it may be { $want }
    [modes] ; it may be { $want }
    [signature] ; it may be { $want }
    [number] : a book number has no stroke
    [hs] ; it is ten digits, under watch the first two to ten
    [share] ; it is a share from 0 to 1, as in "0.5"
    [amount] ; it is yuan with at most two decimals, as in "540000.00"
    [quantity] ; it is a number with at most five decimals, as in "1276"
    [from-zero] ; it is 0 or more
    [above-zero] ; it is more than 0
    [control] : it has control characters, such as a line break
   *[other] {""}
}.
    .remedy = Correct the value on this line.

setup-empty = Line { $line }: { $field } of { $key } is empty.
    .remedy = { $table ->
        [watch] Name goods (hs), a firm, or both; the share of all lists is the setting "inspection.random".
       *[other] Fill it in, or leave the whole entry out.
    }

setup-twice = Line { $line }: { $seen } is in the file twice under { $field }; which of them counts cannot be told.
    .remedy = Keep one of them.

setup-firm-unknown = Line { $line }: { $field } of { $key } is { $seen }, a firm that is not filed.
    .remedy = Check the code; if it is right, add the firm to the file (section firm).

setup-firm-role = Line { $line }: { $field } of { $key } is { $seen }, a firm without the role { $role }.
    .remedy = Name another firm, or add the role to this one (section firm).

setup-role-used = Line { $line }: firm { $key } cannot lose the role { $role }: { $by ->
    [guarantee] its guarantee of { $value } yuan
   *[site] site { $value }
} stands by it.
    .remedy = Keep the role, or first take the guarantee back (amount 0) or give the site another operator.

setup-office-unknown = Line { $line }: no customs office { $seen } in the code table.
    .remedy = Check customs; a new office is loaded first with `chama codes load`.

setup-hs-unknown = Line { $line }: the tariff in force has no code { $seen } ({ $key }).
    .remedy = Check the code; if it is new, load the newer tariff first with `chama codes load`.

setup-unit-unknown = Line { $line }: the table of units has no { $seen } ({ $key }).
    .remedy = Take a code of the table of units, such as 035 for kilograms.

setup-split-sum = Line { $line }: the parts of payment { $key } make { $seen }, the payment is { $want }.
    .remedy = Correct the parts or the total after the registration of the payment firm.

setup-split-taken = Line { $line }: payment { $key } has been taken for order { $seen }; its parts stand as they are.
    .remedy = Leave the split as it stands. To register it otherwise, the payment firm first deletes the payments that were reported of it.

setup-promised = { $what ->
    [guarantee] Line { $line }: guarantee { $key } cannot fall to { $seen } yuan: lists hold of it, { $want } yuan is the least.
   *[item] Line { $line }: the stock of { $key } cannot fall to { $seen }: lists hold of it, { $want } is the least.
}
    .remedy = Wait until the lists that hold it are done.

store-full = The disk is full or read-only; what was answered is kept, nothing else.
    .remedy = On a full disk free space, on a read-only one make the folder writable; then send the same again.

store-held = The data folder is in use by another process.
    .remedy = Wait until that process ends, then do the same again; or work on another folder with --data DIR.

store-newer = The data was written by a newer program.
    .remedy = Open it with the newer program.

store-damaged = The data is damaged; what was answered is kept, nothing else.
    .remedy = { $by ->
        [verify] It cannot be looked at any further. { verify-restore }
       *[other] Run `chama verify`: it names what is not as it was written. { verify-restore }
    }

key-missing = { $path } has no person.key; the data need the key they began with.
    .remedy = Put the person.key back that was there, from where it is kept apart from backups.

key-broken = person.key in { $path } is no key: 64 hexadecimal digits are wanted.
    .remedy = Put the person.key back that was there.

key-foreign = person.key in { $path } is the key of other data.
    .remedy = Put back the person.key these data began with, or check --data and CHAMA_KEYS: under another key everybody's quota would start at zero.

restore-foreign = { $path } is no backup of this program; nothing was restored.
    .remedy = Name a file that chama backup wrote.

restore-damaged = The backup { $path } is damaged; nothing was restored.
    .remedy = Take an older backup, or copy this one anew from where it is kept.

store-foreign = This is not data of this program.
    .remedy = Check --data. Is it the right folder, then its chama.db was written over. { verify-restore }

store-fault = A fault of the program; what was answered is kept, nothing else.
    .remedy = Tell its keepers, with the time.

demo-released = released
demo-review = with an officer
demo-waiting = waiting for papers or guarantee
demo-stranded = { $count } more lists wait for a paper that was refused below: `chama show` tells { $all }
demo-refused = refused
demo-unexpected = not as planted:
demo-tax = Tax
demo-quota = personal quota spent
demo-unsigned = signatures not verified
code-unknown = The table { $table } of { $day } has no { $seen }.
    .remedy = Check the code; without a code the whole table is listed.

command-wrong = The command was used wrongly.
    .remedy = See --help.
command-failed = The command failed.
    .remedy = Look at what it says, then do it again.
