-- Ties that rest on what a producer typed are proposed; the secretary confirms or dismisses each with a reason, and a confirmed one excludes.
create table proposed_tie (
  session_id text not null references council_session,
  dossier_id text not null references dossier,
  member_id text not null references council_member,
  tie text not null check (tie in ('commune-officer', 'producer-email')),
  found_at timestamptz not null,
  -- Null until the secretary has judged it. The audit trail has every judgement; here stands the last.
  decision text check (decision in ('confirmed', 'dismissed')),
  reason text not null default '',
  decided_by text references auth_user,
  decided_by_name text,
  decided_at timestamptz,
  primary key (session_id, dossier_id, member_id, tie),
  check ((decision is null) = (decided_at is null)),
  check (decision is null or reason <> '')
);

-- What stood as a conflict before, in sessions that have not closed: closed ones keep what they were decided by. Of e-mail addresses nothing is
-- carried over: they were read off the producer's file, which it may change at any time; those of the filed dossiers are found again.
insert into proposed_tie (session_id, dossier_id, member_id, tie, found_at)
select conflict.session_id, conflict.dossier_id, conflict.member_id, conflict.reason, conflict.at
from conflict_of_interest as conflict
join council_session as session on session.id = conflict.session_id
where conflict.origin = 'computed' and conflict.reason = 'commune-officer' and session.status <> 'closed';
delete from conflict_of_interest as conflict
using council_session as session
where session.id = conflict.session_id and session.status <> 'closed'
  and conflict.origin = 'computed' and conflict.reason in ('commune-officer', 'producer-email');

-- Why somebody is not counted as present: asked for where their sheet is in.
alter table session_attendance
  add column absence_reason text check (absence_reason <> ''),
  add column absence_noted_by text,
  add column absence_noted_at timestamptz,
  add check (absence_reason is null or not present);
