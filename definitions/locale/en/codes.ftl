# Code tables.

code-no-edition = The table { $table } begins on { $earliest }, so it has no answer for { $seen }.
    .remedy = Check the date. If that day is needed, an official loads the edition of that time.
code-no-table = There is no code table called { $table }.
    .remedy = Run `chama codes list` for the names and ask again.
codes-header = A text for { $table } should have the columns { $want }; { $field } is missing or there twice.
    .remedy = Name the columns as the table does and load the whole text again.
codes-row = Line { $line } { $shape ->
    [cells] should have { $want } cells as the header has
    [length] should have { $want } characters in { $field }
    [digits] should have digits alone in { $field }
    [code] should have a code without blanks in { $field }
    [rate] should have a share within { $want } in { $field }, as 0.13
    [share] should have a share from 0 on and below 1 in { $field }, as 0.13
    [day] should have a day in { $field }, as { $want }
    [unit] should have a code of the table of units in { $field }
    [kind] should have off or work in { $field }
    [mark] should have A, B, C or nothing in { $field }
   *[rows] should begin the rows, of which there is none
}, not “{ $seen }”.
    .remedy = Mend the line and load the whole text again. No line has been loaded.
codes-duplicate = The code { $seen } should stand once; it is on line { $want } and again on line { $line }.
    .remedy = Keep the right line and load the whole text again. No line has been loaded.
codes-edition-exists = An edition of { $table } from { $from } is already loaded, with other content.
    .remedy = Check the first day. To mend a loaded edition, load the right one from a new day.
codes-older-edition = The table { $table } answers from its edition of { $from }; the newer one is not loaded.
    .remedy = Once an official loads the edition in force, this note ends.
code-list-incomplete = { $place }: the loaded table { $table } does not have { $seen }. The table is not whole, so this proves nothing.
    .remedy = Check the code. Once an official loads the whole table, this note ends.
