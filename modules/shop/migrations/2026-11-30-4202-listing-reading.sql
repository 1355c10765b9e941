-- Before it is shown, somebody of the platform reads what a seller posts (Luật Thương mại điện tử 122/2025/QH15, Điều 17.1.đ). What was shown before counts as read.
alter table listing drop constraint listing_status_check;
alter table listing
  add constraint listing_status_check check (status in ('draft', 'waiting', 'returned', 'published', 'paused')),
  add column submitted_at timestamptz,
  add column read_at timestamptz,
  add column read_by text,
  add column return_reason text;
update listing set read_at = updated_at where status in ('published', 'paused');
alter table listing
  add constraint listing_waits_since check (status <> 'waiting' or submitted_at is not null),
  add constraint listing_shown_was_read check (status not in ('published', 'paused') or read_at is not null),
  add constraint listing_returned_says_why check ((status = 'returned') = (return_reason is not null));
create index listing_waiting on listing (submitted_at) where status = 'waiting';
