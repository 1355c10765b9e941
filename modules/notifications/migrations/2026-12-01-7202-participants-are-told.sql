-- Whoever signs up for a class is told what becomes of it, without an account (tpa_…).
alter table message drop constraint message_recipient_check;
alter table message add constraint message_recipient_check check (recipient ~ '^(usr|grp|dbt|jrq|rcp|qst|agb|beq|cen|ren|tpa)_');
