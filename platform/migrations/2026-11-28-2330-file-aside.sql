-- A shared store of files has no step that takes bytes away only if nobody brings them again meanwhile: there they lie aside for a day, and go then.
alter table unused_file add column aside_at timestamptz;
