-- What the nightly checks found; a proof is something else in this house (transparency log).
alter table proof rename to integrity_check;
