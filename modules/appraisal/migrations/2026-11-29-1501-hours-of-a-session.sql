-- "08:30" on the clock of Việt Nam. For when the council is called; when it began and ended as the secretary writes it into the minutes,
-- which otherwise take the moments that the platform noted.
alter table council_session
  add column called_for text check (called_for ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column began_at text check (began_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column ended_at text check (ended_at ~ '^([01]\d|2[0-3]):[0-5]\d$');
