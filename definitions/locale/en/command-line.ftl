### Words of the command line: help, lines not understood, labels of what commands tell.

# Help: a command is cmd-NAME, an argument is its attribute; what many take stands under cmd.
cmd = Chama 茶马: cross-border retail parcels clear, and every answer says why
    .json = Print one JSON value a line
    .locale = Language: zh-CN, en, bo; without it that of LC_ALL, LC_MESSAGES or LANG, else Chinese
    .no_color = No colours
    .at = Business time in Shanghai, e.g. 2026-10-05T09:58; without it the machine's
    .definitions = Lay changed definitions over those compiled in
    .data = Data folder
    .help = Print help
    .version = Print version
cmd-help = Print this help, or that of a command
    .subcommand = Name of the command
cmd-demo = A day at the zone: files firms, declares parcels, shows what came of them
    .parcels = How many parcels, 1 to 1000000
    .once = Go through the day once and end after the table; today it always does, the option is kept for a demo that goes on
    .write = Leave the day's XML files and the setup file in this empty folder, to edit and declare
    .data = Data folder, empty or new; without it a fresh temporary one, kept
    .seed = Another seed gives another day
cmd-declare = Declare: papers go in, receipts come out
    .paths = XML files, folders, .zip, .gz; `-` is standard input
cmd-check = The doctor: fields, codes, sums, identifiers, papers against each other; needs no database
    .paths = XML files, folders, .zip, .gz; `-` is standard input
    .fix = Write copies with element order, prefixes, empty optional elements and byte order mended
cmd-quote = Tax and limits of an order, JSON in and out
    .file = A JSON object, or one a line; `-` is standard input; the guide shows its form
    .data = Data folder whose loaded editions count too
cmd-rules = Rules: list them, or test case files against them
cmd-rules-list = Every rule and parameter with document, clause and certainty
cmd-rules-test = Case files against the rules: one line a case
    .files = Files of cases; their kind is told by their columns or keys
cmd-setup = Put firms, sites, books with stock and guarantees in place; again: only what differs
    .file = TOML, `-` is standard input: firm, site, book with items, guarantee, settings, watch, split
cmd-show = Where a parcel stands and why; without KEY what waits and what was refused
    .key = platform/order, agent/number, carrier/waybill, list number or pre-entry number
    .most = At most so many of each kind, 1 to 1000000
cmd-receipts = Receipts after a cursor, to the screen or a folder
    .after = Cursor of the last receipt that was read, a whole number from 0
    .out = Write each as an XML file into this folder
    .most = At most so many, 1 to 1000000
cmd-decide = The officer's act on a declaration or a return
    .key = The declaration or return: agent/number
    .act = release: release the list, take the goods of a return; inspect: have it inspected, hold a return; refuse: refuse it
    .reason = Code of the reason; one that does not fit the act is answered with those that do
    .by = Who decides
cmd-verify = Recompute every balance, chain and count
cmd-replay = Make past decisions again, under their own or other rules
    .rules = Definitions to lay over those of today: a draft
    .from = First day of processing
    .to = Last day of processing
    .newer_codes = With the code tables of today, those loaded since too: what they would have changed
cmd-backup = Copy the data to a file while others work
    .more = Keys are not in a backup: keep the folder keys apart.
    .file = File to write; it must not exist
cmd-restore = Put a backup into an empty folder
    .more = The keys go into its folder keys by hand, before or after: without them the restored data cannot be worked on.
    .file = A backup
cmd-export = Write out what was reckoned: tax by day
    .what = tax: tax of each day's releases, less bills made void
    .from = First day of release
    .to = Last day of release
cmd-bench = Figures beside raw floors, measured in the same run
cmd-bench-clear = Parcels cleared in this process: four papers in, verdict and receipts on disk
    .more = Papers are made before the clock starts. Each run begins on an empty database in a folder of its own, which is removed afterwards, and measures its own floors.
    .parcels = How many parcels a run sends as fast as they are taken, 100 to 5000000; half as many again follow at half that rate
    .runs = How many runs, 1 to 100
    .data = Folder on the disk to measure; without it the machine's temporary folder
cmd-codes = Code tables: list them, look codes up, load a newer edition
cmd-codes-list = Every table with its editions, source and trust
    .data = Data folder whose loaded editions are told too
cmd-codes-show = The codes of a table on a day, or one of them
    .table = Name of the table, see chama codes list
    .code = This code alone
    .on = On which day; without it that of the business time
    .data = Data folder whose loaded editions count too
cmd-codes-load = Load an edition from CSV and tell what changed
    .file = The CSV file; its first line names the columns, as chama codes show prints them
    .from = First day it counts
    .table = Table; may be left out for tariff and positive_list alone, whose headers tell them
    .partial = It is only a part: codes absent from it stay
    .dry_run = Tell what would change and keep nothing
cmd-definitions = Definitions: write them out, or check them
cmd-definitions-write = Write every definition file below a folder
    .folder = The folder
cmd-definitions-check = Load them all and tell every fault with its line
    .folder = Folder of changed definitions, laid over those compiled in: as --definitions
cmd-completions = Completions for a shell
    .shell = bash, zsh, fish, elvish, powershell

# Usage.
usage-examples = Examples:
usage-usage = Usage:
usage-commands = Commands
usage-arguments = Arguments
usage-options = Options
usage-default = {" "}(default { $value })
usage-help = --help tells how it is used.
usage-unknown-argument = there is no option or argument { $what }
usage-unknown-command = there is no command { $what }
usage-missing = missing: { $what }
usage-missing-command = a command is missing
usage-twice = { $what } is there twice, or does not go with { $prior }
usage-no-value = { $what } wants a value behind it
usage-value = { $what } cannot be { $value }
usage-too-many = { $what } has a value too many, { $value }
usage-no-text = an argument is not UTF-8 text
usage-wrong = the line is not understood
usage-act-behind-key = KEY comes first, then ACT: chama decide KEY release|inspect|refuse
usage-near = perhaps { $value }?
usage-one-of = it may be { $value }
usage-wants-number = a whole number is wanted
usage-wants-range = a whole number from { $least } to { $most } is wanted
usage-wants-cursor = a cursor is wanted: a whole number from 0, as it stands in the first column of the receipts
usage-wants-locale = zh-CN, en or bo is wanted
usage-wants-moment = a time like 2026-10-05T09:58 or a day like 2026-10-05 is wanted
usage-wants-day = a day like 2026-10-05 is wanted
usage-wants-name = a name is wanted

# What was not done.
file-fault = { $path }: { $why ->
    [missing] no such file or folder
    [denied] no permission
    [folder] it is a folder; a file is wanted
    [no-folder] a part of the path is no folder
    [exists] it exists already
    [full] the disk is full
    [read-only] the disk is read-only
    [no-text] it is not UTF-8 text
   *[other] the system says { $seen }
}
    .fix = { $why ->
        [missing] Check the path; on the disk it has to be spelled exactly so, capitals too.
        [denied] Let yourself read it, or write there, or name another.
        [folder] Name the file in it.
        [no-folder] Name a folder where a folder is wanted; what is named there is a file.
        [exists] What is there is a file; name a folder, or take the file away.
        [full] Free space, then do the same again.
        [read-only] Name a place that may be written.
        [no-text] Save it as UTF-8, or name the right file: an archive or a table of a spreadsheet is no text.
       *[other] Check the path and the disk, then do the same again.
    }
stream-fault = reading or writing failed: { $why ->
    [denied] no permission
    [full] the disk is full
    [no-text] it is not UTF-8 text
   *[other] the system says { $seen }
}
json-fault = kept JSON cannot be read: { $seen }
file-exists = { $path } exists already
    .fix = Name another file.
data-none = no data in { $path }
    .fix = Check --data; to begin anew: chama setup FILE --data { $path }.
folder-none = { $path }: no such folder
    .fix = Make it first, or name one that is there.
data-made = a new data folder was made: { $path }
data-unopened = the data in { $path } cannot be opened: { $seen }
    .fix = Commands that only read have to write the database's side files there too (chama.db-shm, chama.db-wal): change the permissions of the folder, or copy the whole folder to where it can be written.
key-not-there = note: { $path } has no person.key, the key of these data: they can be looked at, but declare, setup, decide and codes load will not work
  {"  "}Put the person.key back that these data began with; another one does not do.
time-leapt = note: without --at the machine's clock counts: business time went from { $from } to { $to }, and { $due ->
        [0] nothing fell due
       *[other] what fell due was done: { $waits } times waiting was over, { $taxes } times tax was collected and the list closed
    }; time does not go back
time-before = --at { $at } is before { $last }, the last business time recorded
    .fix = Time does not go back: name a later one, or practise in another folder with --data DIR.
papers-none = { $path }: no .xml, .zip or .gz in it
    .fix = Check the path; papers are files of these kinds. For a set of good ones: chama demo --once --parcels 10 --write DIR.
copies-among = { $path }: the mended copies would lie among the papers
    .fix = Name another folder.
copy-mended = { $path }: mended; { $count } faults left in it
copy-differs = { $path } is there already and is not what the mended copy would be; it was left alone, and no copy was written
    .fix = Perhaps it was mended by hand. Name an empty folder, or check what is there with `chama check`, or take it away if nobody needs it.
definitions-no-folder = { $option } { $path }: no such folder
    .fix = Check the path; `chama definitions write DIR` writes a folder to begin from.
definitions-none = { $option } { $path }: no definitions there that would be read
    .fix = A file lies below the folder of its kind, for instance { $folder }/rules/import-retail.toml; rules, codes, messages, locale and calendar are read. `chama definitions write DIR` shows how they lie.
definitions-astray = { $option }: nobody would read { $path }
    .fix = A file lies below the folder of its kind, for instance { $folder }/rules/import-retail.toml; rules, codes, messages, calendar and a language of locale are read. Move it there, or take it away.
definitions-faulty = the definitions do not hold:
    .fix = Mend these lines, then run chama definitions check again; docs/tutorials shows how a limit, a rule and a field are changed.
restore-used = { $path } is not empty
    .fix = Restore into an empty folder; only keys may lie there before.
folder-used = { $path } is not empty; what is written there would be mixed with what is there
    .fix = Name an empty folder.
demo-used = { $path } is not empty; the demo's parcels would be mixed with what is there, and its time would count there
    .fix = Name a new folder, or leave --data out: a fresh one is made and named.
demo-fault = the demo did not go through: { $seen }
no-temporary = no temporary folder could be made
cursor-beyond = --after { $seen }: the last receipt of these data is { $last }
    .fix = Go on from { $last } or from the last cursor that you were given; a cursor belongs to the data folder it came from, and after a restore receipts may be fewer.
days-turned = --from { $from } is after --to { $to }
    .fix = The earlier day goes behind --from.
receipt-broken = receipt { $cursor } cannot be read: { $seen }
    .fix = Run chama verify, then restore a backup.
cases-unread = { $path }{ $how ->
    [json] , line { $line }: no JSON object; each line of such a file is one case
    [toml] , line { $line }: no TOML: { $seen }
    [keys] , line { $line }: the case lacks { $seen }
    [none] : no [[case]] in it
   *[kind] : neither its columns nor its keys are those of a case file
}
    .fix = { $how ->
        [json] Mend the line; a case is {"{"}"id": …, "request": {"{"}…{"}"}, "expect": {"{"}…{"}"}{"}"} on one line.
        [toml] Mend the line: texts stand in double quotes, lists in [ ], a case begins with [[case]].
        [keys] A case as JSON has id, request and expect; as TOML says, request or return, and expect.
       *[kind] The guide shows the four forms (quotes and cases); TOML begins each case with [[case]], JSON has one a line, CSV names its columns in the first line.
    }
codes-table-untold = { $path }: its header fits no table
    .fix = The first line names the columns, as `chama codes show TABLE` prints them, divided by commas; name the table with --table. `chama codes list` has the names.
codes-table-alike = { $path }: its header fits more than one table: { $tables }
    .fix = Name the one you mean: --table NAME. Is the file only a part of the table, add --partial.
bench-fault = the bench did not go through: { $seen }

# Labels of results.
mark-ok = ok
mark-refused = refused
written = written { $path }
setup-filed = filed { $what ->
    [firm] firm
    [site] site
    [book] book
    [item] item of a book
    [guarantee] guarantee
    [setting] setting
    [watch] watch
   *[split] split payment
} { $key }
setup-count = { $filed } filed, { $same } as before, { $freed } lists released
verify-count = { $entries } entries, { $accounts } accounts, { $transfers } transfers, { $faults } faults; journal head { $head }
replay-count = { $all } replayed, { $same } the same, { $differing } differ
definitions-written = { $count } files below { $path }
definitions-hold = { $rules } rules, { $parameters } parameters, { $messages } messages: they hold
certainty = { $word ->
    [law] law
    [public] public source
    [memory] memory
   *[design] design
}
case-failed = FAIL
case-got = {"  "}{ $name }: want { $want }, got { $got }
case-finding = {"  "}{ $code } { $field }: seen { $seen }, wanted { $want }
cases-total = all files: { $all } cases, { $failed } failed
cases-count = { $path }: { $all } cases, { $failed } failed
receipts-head = cursor message status time key
receipts-cursor = cursor { $cursor }
codes-source = zh: { $source }
codes-holding = { $rows } of them hold on { $day };{" "}
codes-day = as on { $day }; another day: --on
codes-trust = trust: A as printed in a public source, B concluded in part, C from memory and not verified
codes-rows = { $rows } rows
codes-loaded = loaded { $at }
codes-changed = changed { $code }: { $cells }
codes-count = { $table } from { $from }: { $added } added, { $removed } removed, { $changed } changed{ $kept ->
    [no] , nothing kept
   *[yes] {""}
}
bench-run = run { $at } of { $runs }
bench-head = { $parcels } parcels a run, { $runs } runs: median (least … most)
bench-load = { $mib } MiB of the peak are the papers, made before the clock starts

# States: customs' returnStatus; papers and withdrawn are this program's own.
state = { $state ->
    [1] saved, not declared
    [2] declared, waits for papers
    [3] sent to customs
    [4] sending failed
    [100] returned
    [120] in customs' database, waits for guarantee
    [300] under review by an officer
    [399] decided
    [500] to be inspected
    [501] held after inspection, goes to clearance
    [502] held after inspection, goes to anti-smuggling
    [503] held after inspection, goes to the legal office
    [599] held after inspection, otherwise
    [700] shipped back
    [800] released
    [899] closed
    [none] nothing stands: what came was refused or deleted
    [papers] papers are there, no list yet
    [withdrawn] withdrawn
    [below] not processed
   *[other] {""}
}
declare-now = {" "}(sent again; now { $state ->
    [withdrawn] { $meaning }
   *[other] { $state } { $meaning }
})
show-head = state platform/order missing-messages(or -) codes
show-alone = refused on arrival, nothing kept: { $count }
show-returns = returns not decided: { $count }
show-return-of = return of { $order }
show-list = list
show-pre-entry = pre-entry
show-number = number
show-paper = paper
show-missing = missing
show-tax = tax
show-tax-parts = { $total } on { $taxable } (duty { $duty }, consumption { $consumption }, VAT { $vat })
show-bill = bill
show-return = return
show-decided = decided
return-state = { $state ->
    [applied] applied for, goods awaited
    [held] arrived, held to be looked at
    [accepted] accepted
    [refused] refused
    [withdrawn] withdrawn
   *[other] { $state }
}
