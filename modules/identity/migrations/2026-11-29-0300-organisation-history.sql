-- An organisation that was merged into another stays as history and says where it went; nothing of it is ever deleted.
alter table organisation
  add column status text not null default 'active' check (status in ('active', 'merged')),
  add column merged_into_id text references organisation,
  add column merged_at timestamptz,
  add constraint organisation_merged check ((status = 'merged') = (merged_into_id is not null) and (status = 'merged') = (merged_at is not null)),
  add constraint organisation_of_another check (merged_into_id <> id and parent_id <> id);
create index organisation_merged_into on organisation (merged_into_id) where merged_into_id is not null;
create index organisation_commune on organisation (commune_code);
create index membership_organisation on membership (organisation_id);
create or replace view organisation_card as select id, code, name, kind, commune_code, parent_id, status, merged_into_id from organisation;
