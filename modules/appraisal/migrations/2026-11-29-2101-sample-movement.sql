-- The book of the samples of a dossier (05 of a product, Quyết định 26/2026/QĐ-TTg, Phụ lục): a wrong line is answered by another, never rubbed out.
create table sample_movement (
  id text primary key,
  dossier_id text not null references dossier,
  what text not null check (
    what in ('receive', 'to-council', 'to-laboratory', 'back-from-council', 'back-from-laboratory', 'used-by-council', 'used-by-laboratory', 'hand-back')
  ),
  pieces smallint not null check (pieces > 0),
  moved_on date not null,
  place text not null,
  condition text not null default '',
  recorded_at timestamptz not null,
  recorded_by_name text not null
);
create index sample_movement_dossier on sample_movement (dossier_id);
create trigger sample_movement_append_only before update or delete on sample_movement for each row execute function refuse_change();
