-- How a council judges: together at a meeting, or in writing (Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: re-evaluations; it meets only where opinions
-- differ or the case is complex). In writing, `held_on` is the day until which opinions are asked for, and from the close on the day of the close;
-- `answer_until` keeps the day that was asked for.
alter table council_session
  add column manner text not null default 'meeting' check (manner in ('meeting', 'written')),
  add column answer_until date,
  add constraint council_session_answer_until check ((manner = 'written') = (answer_until is not null));
alter table council_session alter column manner drop default;

-- What a member answers beside the marks: that the dossier can be concluded in writing, or that the council should meet over it, and why.
alter table score_sheet
  add column opinion text check (opinion in ('conclude', 'meet')),
  add column opinion_reason text not null default '';

-- A session of which nothing came waits for no decision: what was asked in writing may all have been left for a meeting.
create or replace view council_session_card as
select
  id, council_id, round_id, held_on, place, status, closed_at,
  exists (select from appraisal_result result where result.session_id = council_session.id) as has_results
from council_session;
