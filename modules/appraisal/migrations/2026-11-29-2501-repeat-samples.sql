-- A product once more, under three digits and by its sensory criteria alone: how steadily each member scores. It stands apart from the dossiers of the
-- session and their sheets, so that nothing that counts them can come upon it: no result, no quorum, no minutes.
create table repeat_sample (
  id text primary key,
  session_id text not null references council_session,
  code text not null check (code ~ '^[0-9]{3}$'),
  dossier_id text not null references dossier,
  -- Where the council scores or scored the product itself: this session, or one of its earlier ones.
  first_session_id text not null references council_session,
  slipped_in_by_name text not null,
  slipped_in_at timestamptz not null,
  unique (session_id, code),
  unique (session_id, dossier_id)
);
create table repeat_sheet (
  sample_id text not null references repeat_sample,
  member_id text not null references council_member,
  -- Handed in once, whole.
  lines jsonb not null,
  submitted_at timestamptz not null,
  primary key (sample_id, member_id)
);
create trigger repeat_sheet_append_only before update or delete on repeat_sheet for each row execute function refuse_change();
