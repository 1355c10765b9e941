-- The last day on which a re-evaluation is to be finished (Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6): counted from the day on which the province
-- received the dossier as complete, by the law of that day. Absent while nothing complete lies with the province.
alter table dossier add column renewal_due_on date;

-- Those that were received before: 45 days, which that decision has said since it came into force.
update dossier
set renewal_due_on = (received.at at time zone 'Asia/Ho_Chi_Minh')::date + 45
from (select dossier_id, max(at) as at from dossier_move where move = 'receive' group by dossier_id) received
where received.dossier_id = dossier.id and kind = 'renewal'
  and status not in ('draft', 'submitted', 'returned', 'proposed', 'province-returned');

create or replace view dossier_card as
select
  id, code, product_id, producer_id, commune_code, kind, criteria_decision, set_code, status, submitted_at, commune_due_on, round_id, is_sample,
  created_at, updated_at, renewal_due_on
from dossier;
