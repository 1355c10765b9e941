-- What stood in a dossier each time it was handed in: whoever judges it again sees what the producer changed. The numbers of people and households are
-- not copied, and the words of a paper are found by its id.
create table dossier_filing (
  id text primary key,
  dossier_id text not null references dossier,
  number integer not null check (number > 0),
  filed_at timestamptz not null,
  filed_by_name text not null,
  content jsonb not null,
  -- Written when this table was made, from what stood there then; what was handed in before it is not known.
  is_backfilled boolean not null default false,
  unique (dossier_id, number),
  check (content #> '{answers,producer,taxCode}' is null and content #> '{answers,producer,registrationNo}' is null)
);
create trigger dossier_filing_append_only before update or delete on dossier_filing for each row execute function refuse_change();
create trigger dossier_filing_no_truncate before truncate on dossier_filing for each statement execute function refuse_change();

-- While the producer holds the pen again, what was handed in is not what stands there: nothing is written for these.
insert into dossier_filing (id, dossier_id, number, filed_at, filed_by_name, content, is_backfilled)
select
  'fil_' || substr(dossier.id, 5), dossier.id, last.number, last.at, last.by_name,
  jsonb_build_object(
    'answers', jsonb_set(dossier.answers, '{producer}', coalesce(dossier.answers -> 'producer', '{}') - 'taxCode' - 'registrationNo'),
    'choices', coalesce((
      select jsonb_agg(jsonb_build_object('criterion', criterion, 'optionIndex', option_index, 'points', points, 'reason', reason) order by criterion)
      from dossier_choice where dossier_id = dossier.id), '[]'),
    'evidence', coalesce((
      select jsonb_agg(paper order by paper ->> 'id') from (
        select jsonb_build_object('id', evidence.id, 'kind', evidence.kind, 'title', evidence.title, 'hash', evidence.file_hash,
          'criteria', coalesce(jsonb_agg(use.criterion order by use.criterion) filter (where use.criterion <> ''), '[]')) as paper
        from dossier_evidence use join evidence on evidence.id = use.evidence_id where use.dossier_id = dossier.id group by evidence.id) papers), '[]')),
  true
from dossier
join lateral (
  select count(*) over () as number, at, by_name from dossier_move
  where dossier_id = dossier.id and move in ('submit', 'supplement') order by seq desc limit 1) last on true
where dossier.submitted_at is not null and dossier.status not in ('draft', 'returned', 'province-returned');
