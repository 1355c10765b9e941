-- Whoever looks for goods without an account is told who was named and what they offer (beq_…).
alter table message drop constraint message_recipient_check;
alter table message add constraint message_recipient_check check (recipient ~ '^(usr|grp|dbt|jrq|rcp|qst|agb|beq|cen|ren)_');
