-- What a member writes down for themselves while they read a dossier: nobody else reads it, and it is in no paper.
create table member_note (
  session_id text not null references council_session,
  dossier_id text not null references dossier,
  member_id text not null references council_member,
  note text not null,
  updated_at timestamptz not null,
  primary key (session_id, dossier_id, member_id)
);
