-- Which version of what the owner of the site lays down a seller agreed to, when, and by whom.
create table policy_acceptance (
  producer_id text not null references producer,
  kind text not null,
  version integer not null,
  text_hash text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (producer_id, kind, version),
  foreign key (kind, version) references site_policy
);
create trigger policy_acceptance_append_only before update or delete on policy_acceptance for each row execute function refuse_change();
