# Reading and checking messages: structure, fields, codes.

# Text and structure
xml-too-large = The file may have { $want } bytes; it has { $seen }.
    .remedy = Split it into messages of at most 100 documents.
xml-encoding = Line { $line }: the file should be { $want }, this shows { $seen }.
    .remedy = Save the file as UTF-8, name it so in the XML declaration, send again.
xml-bom = A byte order mark stands before the text; it was passed over.
    .remedy = Save the file as UTF-8 without a mark; chama check --fix takes it away.
xml-character = Line { $line } holds { $seen }, a control character; a message has none.
    .remedy = Take the character out at its source, send again.
xml-dtd = Line { $line } holds { $seen }: a message has no type definition and no entities of its own.
    .remedy = Remove it; write & in a text as &amp;, send again.
xml-broken = { $kind ->
    [cut] The file breaks off on line { $line }.
    [end-tag] Line { $line } should be { $want }, not { $seen }.
    [no-start] Line { $line }: { $seen } closes what was never opened.
    [reference] Line { $line }: an & is left open; alone it is written &amp;.
    [attribute] Line { $line }: an attribute is not XML.
    [comment] Line { $line }: a comment holds two hyphens in a row.
    [declaration] Line { $line }: the XML declaration is not XML, or out of its place.
    [text] Line { $line }: a text holds the end mark of CDATA.
    [empty] The file or input is empty: there is no message in it.
    [json] That is JSON; CEB messages are XML.
    [toml] That is TOML and no XML message.
    [foreign] That is neither XML nor a .zip or .gz archive, whatever its name says.
    [no-root] The file does not begin with a root element.
    [behind] From line { $line } on, something follows the root element.
   *[tag] Line { $line }: a tag is not XML.
}
    .remedy = { $kind ->
        [toml] A setup file is filed with `chama setup`; leave it out here.
       *[other] Write the message out once more and send it whole; nothing of it was taken.
    }
xml-too-deep = Line { $line }: elements may nest { $want } deep.
    .remedy = Remove the layers the message does not have, send again.
xml-too-long = Line { $line }: a text or tag may have { $want } bytes.
    .remedy = Shorten it, send again.
xml-namespace = Line { $line }: { $field } belongs to namespace { $want }, here it is { $seen }.
    .remedy = Declare that namespace on the root, give all elements its prefix, send again.
xml-root = Line { $line }: root { $seen } is no known message{ $kind ->
    [near] ; it should be { $want }
   *[far] {""}
}.
    .remedy = Name the root as in CEB311Message, send again.
xml-guid = Attribute guid of the root should have { $want } characters; it has { $seen }.
    .remedy = Make a new guid for each message, send again.
xml-version = Attribute version of the root should read like { $want }; here it is { $seen }.
    .remedy = Write version="1.0" on the root, send again.
xml-attribute = Line { $line }: { $parent } has no attribute { $field }.
    .remedy = Remove the attribute, send again.
xml-text = Line { $line }: { $field } holds elements, no text.
    .remedy = Remove the text between the elements, send again.
xml-unknown = Line { $line }: { $parent } has no element { $field }{ $kind ->
    [near] ; the nearest is { $want }
   *[far] {""}
}.
    .remedy = Rename or remove the element, send again.
xml-order = Line { $line }: { $field } goes { $side ->
    [before] before
   *[after] after
} { $want }.
    .remedy = Move it; chama check --fix does so. Then send again.
xml-repeated = Line { $line }: { $field } stands once too often.
    .remedy = Keep the right one, send again.
xml-empty = Line { $line }: { $field } may be absent, but not empty.
    .remedy = Leave the element out where it has no value; chama check --fix does so.

# Documents of a message
batch-empty = The message holds no { $field }; it needs one at least.
    .remedy = Put documents in, send again.
batch-too-many = A message holds { $want } documents at most; this has { $seen }, and none was taken.
    .remedy = Split it, send again.
batch-too-faulty = More than { $want } faults; the rest was not read.
    .remedy = Correct those listed, mostly they have one cause, and send again.
wrapper-data = { $kind ->
    [missing] DxpMsg has no Data; it should hold the message in base64.
    [xml] Data holds XML elements; it should hold the message in base64.
   *[base64] Data is no base64.
}
    .remedy = Put the bytes of the message into Data as base64, send again.
wrapper-type = MsgType should be { $want }, not { $seen }; the content counted.
    .remedy = Correct MsgType at its source for the next time.

# Fields
field-missing = Near line { $line }: { $field } is mandatory and absent.
    .remedy = Fill in { $field }, send again.
field-needed = With { $other } { $value }, { $field } has to be filled in.
    .remedy = Fill in { $field } or correct { $other }, send again.
field-not-allowed = With { $other } { $value }, { $field } stays empty; here it is { $seen }.
    .remedy = Remove { $field } or correct { $other }, send again.
field-length = { $place } should have { $kind ->
    [most] at most { $want }
    [least] at least { $want }
   *[exact] exactly { $want }
} characters; it has { $seen }.
    .remedy = Write it in that length, send again.
field-value = { $place } takes { $want }, not { $seen }.
    .remedy = Write { $want }, send again.
field-blank = { $place } is blank, or has blanks around its value.
    .remedy = Take the blanks away, or the element where it may be absent.
field-hidden = { $place } holds a character that nobody sees, such as a line end or a mark of no width.
    .remedy = Take it out at its source: customs compare sign by sign.
field-digits = { $place } takes digits alone, not { $seen }.
    .remedy = Write digits, send again.
number-form = { $place } should be a number { $want }, not { $seen }.
    .remedy = Write digits and one point, without units, commas or wide signs, and send again.
number-exponent = { $place } is written without exponent, not { $seen }.
    .remedy = Write it as a plain decimal, send again.
number-digits = { $place } has more digits than { $want } allows: { $seen }.
    .remedy = Check the figure, send again.
number-fraction = { $place } has more decimals than { $want } allows: { $seen }.
    .remedy = Write as many decimals as allowed, send again.
number-negative = { $place } cannot be below zero: { $seen }.
    .remedy = Write zero or more, send again.
time-form = { $place } should be a time that exists, { $want }, not { $seen }.
    .remedy = Write it in Beijing time, send again.
time-future = { $place } lies after now, { $want }: { $seen }.
    .remedy = Set the clock of the sending machine, send again with the time it then is; papers of a practice day want that day as business time: --at.
time-order = { $place } should not lie before { $other }, { $want }: { $seen }.
    .remedy = Correct one of the two, send again.
line-number = Line number { $seen } { $kind ->
    [twice] stands twice
   *[step] should be { $want }
}.
    .remedy = Number the lines from 1, each one more, and send again.
line-too-many = { $field } may stand { $want } times; it stands { $seen } times.
    .remedy = Split the document, send again.

# Codes
code-country = { $place } takes customs' three digits of a country, not { $seen }.
    .remedy = Look it up with `chama codes show countries`; China is 142.
code-unit = { $place } takes three digits of a unit, not { $seen }.
    .remedy = Look it up with `chama codes show units`, send again.
code-customs = { $place } takes four digits of a customs office, not { $seen }.
    .remedy = Look it up with `chama codes show customs`, send again.
code-transport = { $place } takes the one sign of a mode of transport, not { $seen }.
    .remedy = Look it up with `chama codes show transport`, send again.
code-package = { $place } takes the one sign of a kind of package, not { $seen }.
    .remedy = Look it up with `chama codes show packages`, or leave it out, and send again.
code-trade-mode = { $place } takes a mode of cross-border trade of that day, not { $seen }.
    .remedy = Retail imports take 1210, 1239 or 9610; send again.
code-app-type = { $place } takes 1 new, 2 change or 3 delete, not { $seen }.
    .remedy = Correct it, send again; a withdrawal takes 1 alone.
code-app-status = { $place } takes 1 saved or 2 declared, not { $seen }.
    .remedy = Write 2 to declare, send again.
code-hs = { $place } takes ten digits of the tariff of that day, not { $seen }.
    .remedy = Look it up in the tariff, send again. If the code is younger than the loaded tariff, an official loads the tariff in force.
code-division = { $place } takes six digits of an administrative division, not { $seen }.
    .remedy = Look it up with `chama codes show divisions`, or leave it out, and send again.
code-mark = { $place } takes a code of the table { $table }, not { $seen }.
    .remedy = Look it up in that table, send again.
code-return-status = { $place } is { $seen }, a status no table lists; it is kept as it came.
    .remedy = Ask customs, or look in the newest edition of the message rules.

# Documents as JSON
json-form = { $place } should be { $want }, not { $seen }.
    .remedy = Write fields as texts, lines as an array of objects, decimals in quotes, and send again.
json-unknown = The message has no field { $seen }.
    .remedy = Rename or remove it, see the table of fields, and send again.
