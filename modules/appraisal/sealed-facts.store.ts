import { sql } from 'kysely'
import type { SealedFact } from '../sealed-facts.ts'

/** The sheets of closed sessions, with every line; in writing with what their members answered, which other sheets have no word of. */
export const sealedSheets = sql<SealedFact>`
  select s.id as key, jsonb_build_object(
    'session', s.session_id, 'dossier', s.dossier_id, 'member', s.member_id, 'status', s.status, 'revision', s.revision,
    'submitted', (extract(epoch from s.submitted_at) * 1000000)::bigint, 'comment', s.general_comment,
    'lines', (select jsonb_agg(jsonb_build_array(l.criterion, l.option_index, l.points, l.comment) order by l.position)
      from score_line l where l.sheet_id = s.id))
    || case when s.opinion is null then '{}' else jsonb_build_object('opinion', s.opinion, 'opinionReason', s.opinion_reason) end as fact
  from score_sheet s join council_session c on c.id = s.session_id where c.status = 'closed'`

/** What the council found. */
export const sealedResults = sql<SealedFact>`
  select r.session_id || '/' || r.dossier_id as key, json_build_object(
    'points', r.total_points, 'sheets', r.sheet_count, 'stars', r.stars, 'reached', r.reached_by_points, 'outcome', r.outcome, 'counted', r.sheets,
    'closed', (extract(epoch from r.closed_at) * 1000000)::bigint) as fact
  from appraisal_result r`
