# Words beside the sentences: empty slots, places, labels on a terminal.

# Stands in a slot that has no value.
absent = none

# For a code that has no sentence of its own.
problem-unworded = { $place } breaks the rule: seen { $seen }, wanted { $want }.
    .remedy = Look the code up with `chama rules list`, correct, send again.

# Places: goods line, field, message.
place-item-field = line { $item } { $field }
place-item = line { $item }
place-field = { $field }
place-message = message { $message }
place-paper = the message

# One line on a terminal.
print-line = line { $value }
print-seen = seen { $value }
print-want = want { $value }
print-seen-want = seen { $seen }, want { $want }
print-quoted = in the program's own words: “{ $value }”
print-fix = fix  { $value }
print-rule = rule { $value }
