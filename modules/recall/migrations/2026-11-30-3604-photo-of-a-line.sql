-- A destruction is shown by a paper, a photo, or both.
alter table recall_tally add column photo_hash text references stored_file, add column photo_name text;
