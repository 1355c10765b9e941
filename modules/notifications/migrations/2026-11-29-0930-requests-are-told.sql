-- Whoever asked for a producer is told without an account too (jrq_…).
alter table message drop constraint message_recipient_check;
alter table message add constraint message_recipient_check check (recipient ~ '^(usr|grp|dbt|jrq)_');
