-- Under which versions of the site's policies orders were placed (Nghị định 248/2026/NĐ-CP): kind, version and hash of each. None for those of before.
alter table order_group add column policies jsonb not null default '[]';
