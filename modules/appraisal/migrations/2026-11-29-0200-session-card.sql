-- What other rooms may read of a council session: which it is, and whether it is over. Nothing of what was scored.
create view council_session_card as select id, council_id, round_id, held_on, place, status, closed_at from council_session;
