# Checks of identifiers.

id-kind = There is no kind of identifier called { $kind }.
    .remedy = Check the kind of identifier and send again.
id-prefix = An item URN should begin with urn:epc:id:sgtin:, not “{ $seen }”.
    .remedy = The sender writes it as an EPC pure-identity URN, in the same small letters.
id-parts = An item URN should have three parts with dots between them, not “{ $seen }”.
    .remedy = The sender gives company, item and serial, then sends again.
id-length = { $kind ->
    [uscc] A unified social credit code has 18 characters
    [citizen_id] An identity number has 18 characters
    [gtin13] This trade item number has 13 digits
    [gtin14] This trade item number has 14 digits
    [sscc] A shipping container code has 18 digits
    [container] A container number has 11 characters
    [sgtin_urn] Company and item have 13 digits together, the company 6 to 12 of them
    [imo] A ship number has 7 digits
    [customs_code] A customs registration code has 10 characters
   *[other] The identifier has another length
}, not “{ $seen }”.
    .remedy = The sender compares with the licence or label, then sends again.
id-alphabet = { $kind ->
    [uscc] A unified social credit code holds digits and letters other than I, O, S, V and Z, with digits in places 3 to 8
    [citizen_id] An identity number holds 17 digits, then a digit or X
    [container] A container number holds 4 letters and 7 digits
    [sgtin_urn] Company and item hold digits only
    [customs_code] A customs registration code holds 4 digits, then digits or letters
   *[other] The number holds digits only
}, not “{ $seen }”.
    .remedy = The sender compares with the licence or label, minding 0 and O, 1 and I, then sends again.
id-category = The fourth letter of a container number should be U, J or Z, not as in “{ $seen }”.
    .remedy = The sender compares with the container, then sends again.
id-birth-date = Places 7 to 14 of an identity number should be a date that exists, which those of “{ $seen }” are not.
    .remedy = The sender compares with the identity card, then sends again.
id-serial = A serial should have 1 to 20 characters with " % & / < > ? escaped, unlike “{ $seen }”.
    .remedy = The sender rewrites the serial in the GS1 character set, escaping those seven alone, then sends again.
id-check-digit = The check digit of the { $kind ->
    [uscc] unified social credit code
    [citizen_id] identity number
    [gtin13] trade item number
    [gtin14] trade item number
    [sscc] shipping container code
    [container] container number
    [imo] ship number
   *[other] identifier
} should fit the rest; in “{ $seen }” it does not.
    .remedy = The sender compares sign by sign with the licence or label, where one may be miscopied or two swapped, then sends again.

### Definition files. What the line says stands under the sentence.

definition-syntax = { $kind ->
    [fluent] This line is no Fluent, the language of the words
   *[toml] This line is no TOML
}.
    .remedy = { $kind ->
        [fluent] A sentence is written as id = text, its parts indented by four blanks.
       *[toml] A key has = and its value behind it, texts stand in "double quotes", days without; nothing stands twice.
    }
definition-unknown = { $field } is no key of this table.
    .remedy = Correct the spelling, or take the line out.
definition-missing = { $kind ->
    [file] The file is missing
   *[key] The table that begins here lacks { $field }
}.
    .remedy = Add it; a record beside it shows how it is written.
definition-kind = { $field } takes { $kind ->
    [whole] a whole number
    [flag] true or false
    [day] a day such as 2019-01-01, without quotes
    [scalar] a text in quotes, a whole number, or true or false
    [texts] a list of texts, as in ["a", "b"]
    [text-or-texts] a text, or a list of texts as in ["a", "b"]
    [table] a table, as in {"{"} zh = "…", en = "…" {"}"}
    [tables] tables of their own, in double brackets
    [other] a value of another kind
   *[text] a text in double quotes
}.
    .remedy = Write the value of this line so.
definition-value = { $kind ->
    [empty] { $field } says nothing
   *[other] { $field } cannot be { $value }
}{ $kind ->
    [empty] {""}
    [word] ; it is one of { $known }
    [CNY] ; it is yuan with at most two decimals, as in "5000.00"
    [rate] ; it is a share with at most six decimals, as in "0.7"
    [hours] ; it is whole hours, as in 72
    [days] ; it is whole days, as in 30
    [kg] ; it is kilograms with at most five decimals, as in "0.05"
    [count] ; it is a whole number
    [switch] ; it is "on" or "off"
    [text] ; it is a word
    [id] ; it is small letters, digits, hyphens and dots
    [field-kind] ; it is a kind such as C36, C..60 or N19,5
    [message-number] ; it is three digits
   *[other] {""}
}.
    .remedy = Correct the value on this line.
definition-twice = { $kind ->
    [alike] { $value } and { $other } cannot be told apart in storage
    [same-day] Two editions begin on the same day: { $value }
    [table] The table { $value } is named twice
   *[stands] { $value } stands already at { $other }
}.
    .remedy = { $kind ->
        [alike] Give one of them another name.
        [same-day] Correct the first day of one of them.
       *[stands] Keep one of them, or give one another name.
    }
definition-reference = { $kind ->
    [function] No function of the program is called { $value }
    [function-unused] The function { $value } of the program is named by no form
    [parameter] There is no parameter { $value }
    [room] { $other } does not raise { $value }
    [record] { $other } raises { $value }, which has no record
    [head-field] { $value } is no field of the head
    [receipt] The receipt { $value } has no table
    [file] There is no file { $value }
    [file-unused] No edition in { $value } names this file
    [sheet-table] No table of the sheet is called { $value }
    [language] { $value } is no language here: zh-CN, en and bo are
    [words] { $other } refers to { $value }, which is not there
   *[field] { $value } is no field of this message
}.
    .remedy = Correct the name, or add what it names.
definition-days = { $kind ->
    [turned] It ends on { $other }, before it begins on { $from }
    [back] It begins on { $from }, not after the one before it ({ $other })
   *[over] It begins on { $from }, while the one before it holds until { $other }
}.
    .remedy = Put from and to in order: a new one begins after the end of the one before it.
definition-entry = { $kind ->
    [form] A rule needs [[rule.form]], or raised_by with a basis
    [value] A parameter needs at least one [[parameter.value]]
    [condition] A field with a condition has need = "C"
    [numbering] Only a field of the lines numbers them
    [clock] A clock is a time of the head
    [asks] { $field } asks either for values, in = ["…"], or for any, given = true
    [file-name] By its number and edition the file is called { $value }
    [senders] senders lists { $known }
    [lines] lines and line = [ … ] go together
    [rows] A table has 1 to 65,535 rows, some in its head
    [key] key names the fields that tell a document from its like
    [signature] A message has a signature unless customs send it
    [edition] The table { $value } has no edition
    [scope] { $value }: a scope is codes of four to ten digits
    [specific] { $value }: specific holds per_litre, or per_tonne and litres, or litres, usd, at_or_above and below
   *[neither] { $value } has neither a threshold nor a specific part
}.
    .remedy = Write the record as those beside it are written.
definition-words = { $kind ->
    [sentence] { $value } has no sentence in { $other }
   *[id] { $value } is missing in { $other }
}.
    .remedy = Chinese and English hold the same sentences, Tibetan none that Chinese lacks: add it, or take it out.
