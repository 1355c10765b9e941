-- Which province this database was made for: its rows come from that folder of data/provinces, and another one's facts would contradict them.
create table installation (
  only_one boolean primary key default true check (only_one),
  province text not null,
  made_at timestamptz not null default now()
);

-- Before there was a choice, every installation was one of Vĩnh Long.
insert into installation (province) select 'vinh-long' where exists (select from seeded);
