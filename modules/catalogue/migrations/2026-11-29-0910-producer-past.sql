-- What a producer was called, what it was and where, until it changed: papers of the past keep the name of their day, and its page says since when
-- it has another.
create table producer_past (
  producer_id text not null references producer,
  until date not null,
  number integer not null,
  name text not null,
  kind text not null,
  commune_code text references commune,
  primary key (producer_id, number)
);
create trigger shown_change after insert or update or delete or truncate on producer_past execute function send_change('catalogue');
