-- The criteria that lay furthest apart when a dossier was discussed for the first time: named once, with nobody's name, and never anew over other sheets.
alter table session_dossier add column named_spread jsonb;
-- Why each mark was changed when a sheet was scored again, by criterion; `reason` says why all were kept.
alter table score_revision add column reasons jsonb not null default '{}';
