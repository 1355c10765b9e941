-- Pages that everybody sees alike are answered from memory. Whatever they show says in its own transaction that it changed, so that no process shows
-- it for longer: jobs, other processes and SQL by hand are heard alike. The notice carries the name of the room that owns the table.
-- One statement, one notice; a transaction sends each only once, when it commits.
-- Not for tables that many write at once (stock, scans, audit trail): PostgreSQL lets transactions that notify commit one after the other only.
create function send_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('dacsan_change', tg_argv[0]);
  return null;
end
$$;
