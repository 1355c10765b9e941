-- Whoever enters a contest is told what becomes of the entry, without an account (cen_…).
alter table message drop constraint message_recipient_check;
alter table message add constraint message_recipient_check check (recipient ~ '^(usr|grp|dbt|jrq|rcp|qst|agb|beq|cen|ren)_');
