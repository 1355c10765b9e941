-- Made by certificates (2026-11-23-0600); since papers is a room, every room that produces one keeps it there.
comment on table paper is 'Owned by papers';
