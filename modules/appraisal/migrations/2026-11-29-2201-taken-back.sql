-- A producer may take its dossier back until the council has scored it; the table of the session says so.
alter table session_dossier drop constraint session_dossier_finding_check;
alter table session_dossier add constraint session_dossier_finding_check check (finding in ('eliminated', 'postponed', 'withdrawn'));
