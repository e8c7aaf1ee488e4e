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
