-- The meeting as the secretary leads it: which dossier lies on the table, and from when to when its producer presented it.
alter table council_session add column on_table text references dossier;
alter table session_dossier add column presented_from timestamptz, add column presented_to timestamptz;
alter table session_dossier add constraint session_dossier_presented_in_order check (presented_to is null or presented_to >= presented_from);
