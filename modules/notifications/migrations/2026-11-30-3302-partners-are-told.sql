-- A point of sale or partner that holds recalled goods is told without an account too (rcp_…).
alter table message drop constraint message_recipient_check;
alter table message add constraint message_recipient_check check (recipient ~ '^(usr|grp|dbt|jrq|rcp)_');
