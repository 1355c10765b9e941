-- The session that left the dossier for this test: its sheets are the first of two scorings, and open again in the session after it.
alter table laboratory_test add column session_id text references council_session;
create index laboratory_test_session on laboratory_test (session_id) where session_id is not null;
