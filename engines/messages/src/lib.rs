//! A message type is a table of fields: decode, check, write, document. Pure.
