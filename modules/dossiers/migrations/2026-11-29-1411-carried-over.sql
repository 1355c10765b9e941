-- What a dossier took over from the last one of the same product, place by place, until its producer has looked at it and saved it: nothing counts as done
-- unopened. `place`: a part of the form, `score:N` (a section of the scorecard), or `evidence`.
alter table dossier add column carried_from text references dossier;
create table dossier_carried (
  dossier_id text not null references dossier on delete cascade,
  place text not null,
  primary key (dossier_id, place)
);
