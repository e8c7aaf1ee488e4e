### Words of what verify and replay find.

# The table of a row, in words.
verify-table = { $table ->
        [clearance_paper] The paper
        [clearance_raw] The message as it came
        [clearance_declaration] The declaration
        [clearance_verdict] The verdict
        [clearance_receipt] The receipt
        [clearance_bill] The tax bill
        [clearance_return] The return
        [clearance_refusal] The refusal
        [clearance_filing] The filing
        [clearance_edition] The edition of a code table
        [clearance_counter] The counter
        [clearance_claim] The claim of
        [clearance_counted] The counting-in of
        [clearance_due] The due date
        [clearance_open] The open work
        [clearance_short] The place in the line for more guarantee
        [ledger_account] The account
        [ledger_transfer] The transfer
        [journal_entry] The entry of the journal
        [journal_latest] The latest fact of
        [identity_party] The firm
        [identity_site] The site
       *[other] { $table }
    }

# What to do where data no longer are what was written.
verify-restore = Keep this folder as it is, for whoever looks into it. Put the last good backup into a new folder with `chama restore FILE --data NEW`, its person.key into keys, and send again what came after it.

# The same for a row; firms and sites are written out of their filing.
verify-mend = { $table ->
        [identity_party] Run `chama setup FILE` again with the file by which the firm was filed.
        [identity_site] Run `chama setup FILE` again with the file by which the site was filed.
       *[other] { verify-restore }
    }

verify-pages = { $what ->
        [index] The index { $field } does not agree with its table; faults found: { $count }.
       *[file] Pages of the database file do not hold together; faults found: { $count }.
    }
    .remedy = { verify-restore }

verify-step = { $how ->
        [unknown] The database notes step { $step } of the tables of { $room }, which this program does not know.
       *[missing] The database does not note step { $step } of the tables of { $room }.
    }
    .remedy = { verify-restore }

verify-schema = { $kind ->
        [table] The table { $name }
        [index] The index { $name }
        [trigger] The trigger { $name }
       *[view] The view { $name }
    } { $how ->
        [missing] is not there.
        [added] is none that this program makes.
       *[changed] is not as this program makes it.
    }
    .remedy = { verify-restore }

verify-chain = { $how ->
        [missing] Position { $position } of the journal is missing.
        [hash] The bytes of position { $position } of the journal do not give its hash.
        [order] Position { $position } of the journal does not follow the one before it.
       *[unread] Position { $position } of the journal cannot be read.
    }
    .remedy = { verify-restore }

verify-row-changed = { verify-table } { $key } is not as the journal tells it; the digests differ.
    .remedy = { verify-mend }

verify-row-unknown = { verify-table } { $key } is unknown to the journal.
    .remedy = { verify-mend }

verify-row-lost = { verify-table } { $key } is not there; the journal tells of it.
    .remedy = { verify-mend }

verify-latest = { verify-table } { $key } is noted at another position than the journal has it.
    .remedy = { verify-restore }

verify-sums = { verify-table } { $key }: { $sum ->
        [in_posted] what came in
        [in_pending] what is expected to come in
        [out_posted] what went out
       *[out_pending] what is reserved to go out
    } is not what its transfers give; in the smallest unit of the account.
    .remedy = { verify-restore }

verify-key = The print of the key that the data keep is not that of person.key, or not alone.
    .remedy = Put the person.key back that these data began with. Is it that one, then: { verify-restore }

verify-unreadable = What stands in { $field } cannot be read: a value is not of the kind that was written.
    .remedy = { verify-restore }

verify-digest = { verify-table } { $key } { $how ->
        [unread] cannot be read.
       *[other] is not what came: its content does not give its digest.
    }
    .remedy = { verify-restore }

verify-unexplained = { verify-table } { $key } follows from no paper and no declaration.
    .remedy = { verify-restore }

verify-missing = { verify-table } { $key } is not there, though papers and declarations ask for it.
    .remedy = { verify-restore }

verify-tax = Tax of { $day }: the accounts do not say what the bills that stand give.
    .remedy = { verify-restore }

verify-held = { $kind ->
        [quota] Yearly quota
        [weight] Yearly weight
        [stock] Bonded stock
       *[guarantee] Guarantee
    } ({ $key }): { $part ->
        [spent] what the account has as spent is not what the declarations spent of it.
       *[reserved] what the account has as reserved is not what the declarations hold of it.
    }
    .remedy = { verify-restore }

# A verdict made again. Values stand in the words of their kind.
replay-then = { $then ->
        [refuse] returned
        [wait] waits for guarantee
        [review] to an officer
        [inspect] to be inspected
        [release] released
       *[other] { $then }
    }
replay-now = { $now ->
        [refuse] returned
        [wait] waits for guarantee
        [review] to an officer
        [inspect] to be inspected
        [release] released
       *[other] { $now }
    }
replay-differs = { $key }, decided on { $day } by program { $program }: { $name ->
        [outcome] outcome
        [findings] codes found
        [taxable] taxable price
        [duty] duty
        [consumption] consumption tax
        [vat] VAT
        [quota] quota spent
        [guarantee] guarantee frozen
        [weight] yearly weight of { $of }
        [stock] stock of item record { $of }
        [line] duty, consumption tax and VAT of line { $of }
        [rule] first day of the form of rule { $of }
        [found] value seen and wanted of { $of }
       *[rest] what stands beside outcome, tax and takings
    }{ $name ->
        [rest] {" "}differs.
       *[other] {" "}was { replay-then }, is now { replay-now }.
    }
    .remedy = { $asked ->
        [yes] Nothing has to be done: this is what the other rules or tables would have changed. The decision stands.
       *[no] Run `chama verify`. If it finds nothing, this program decides otherwise than program { $program } did: tell its keepers with this line. The decision stands.
    }
