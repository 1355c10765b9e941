-- Whoever asked a seller something and left a telephone number is told of the answer without an account (qst_…).
alter table message drop constraint message_recipient_check;
alter table message add constraint message_recipient_check check (recipient ~ '^(usr|grp|dbt|jrq|rcp|qst)_');
