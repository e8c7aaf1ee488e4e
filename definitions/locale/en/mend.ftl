# Mending a message: what was changed, and what was left.

mend-order = Line { $line }: { $field } stood out of its place; the elements are in the order of the schema now, their values untouched.
    .remedy = Send the mended file, and let the exporting program write fields in the order of the table.
mend-prefix = Line { $line }: { $field } stood outside customs' namespace and is in it now, its values untouched.
    .remedy = Send the mended file, and let the exporting program declare the namespace on the root.
mend-empty = Line { $line }: { $field } may be absent, but not empty; the empty element is gone.
    .remedy = Send the mended file. If there is a value, fill it in first.
mend-bom = The byte order mark before the text is gone.
    .remedy = Send the mended file, and let the exporting program save UTF-8 without a mark.
mend-signature-void = The message has changed, so the signature on line { $line } no longer holds.
    .remedy = Sign the mended file again with the card, then send it.
mend-unknown = Line { $line }: no table knows { $field }; it stays where it was, unmended.
    .remedy = Check the name. Correct it or take the element out, then mend again.
mend-unreadable = From line { $line } on the file cannot be followed; nothing was mended.
    .remedy = Put the XML right as the check says, then mend again.
