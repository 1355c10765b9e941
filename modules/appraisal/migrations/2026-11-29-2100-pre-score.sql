-- What the advisory group gives each criterion before the council sits: it counts for nothing, and goes with the report.
create table pre_score_line (
  dossier_id text not null references dossier,
  position smallint not null,
  criterion text not null,
  option_index smallint,
  points smallint not null check (points >= 0),
  comment text not null default '',
  primary key (dossier_id, criterion)
);
