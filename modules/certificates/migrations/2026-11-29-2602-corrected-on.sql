-- The day on which a certificate was issued anew in the place of one that misspelt a name.
alter table certificate add column corrected_on date;
update certificate set corrected_on = (created_at at time zone 'Asia/Ho_Chi_Minh')::date where corrects is not null;
alter table certificate add check ((corrects is null) = (corrected_on is null)) not valid;
