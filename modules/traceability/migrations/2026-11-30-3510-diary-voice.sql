-- How much of it, where, and what was said instead of typed: for the maker and the office. The scan page shows none of the three.
alter table diary_entry add column quantity bigint check (quantity > 0);
alter table diary_entry add column unit text;
alter table diary_entry add column place text;
alter table diary_entry add column voice_file_hash text references stored_file;
alter table diary_entry add constraint diary_entry_quantity check ((quantity is null) = (unit is null));
