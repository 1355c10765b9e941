-- Whether the points of a dossier lie too far apart: told once a scoring, over these members' sheets; it is told anew after a discussion.
alter table session_dossier
  add column spread text check (spread in ('within', 'apart')),
  add column spread_over text[] not null default '{}';
