-- Whoever buys by agreement is told of the bill of a month without an account (agb_…).
alter table message drop constraint message_recipient_check;
alter table message add constraint message_recipient_check check (recipient ~ '^(usr|grp|dbt|jrq|rcp|qst|agb)_');
