-- What a scan shows of a lot; scans themselves are counted too often to be told.
create trigger shown_change after insert or update or delete or truncate on lot execute function send_change('traceability');
create trigger shown_change after insert or update or delete or truncate on diary_entry execute function send_change('traceability');
