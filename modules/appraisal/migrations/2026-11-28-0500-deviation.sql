-- Whether the points of a dossier deviate beyond the limit, as it was disclosed before the close, and over whose sheets.
alter table session_dossier rename column spread to deviation;
alter table session_dossier rename column spread_over to deviation_over;
alter table session_dossier drop constraint session_dossier_spread_check;
update session_dossier set deviation = 'exceeds' where deviation = 'apart';
alter table session_dossier add constraint session_dossier_deviation_check check (deviation in ('within', 'exceeds'));
