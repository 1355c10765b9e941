-- A session that was called and does not take place: its dossiers are free for another one.
alter table council_session drop constraint council_session_status_check;
alter table council_session add constraint council_session_status_check
  check (status in ('preparing', 'scoring', 'reviewing', 'closed', 'cancelled'));
-- Why it was moved or cancelled last; the members and the producers read it.
alter table council_session add column change_reason text not null default '';
