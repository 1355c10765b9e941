-- In which language a purchase was made: what is told of it later is told in the same one.
alter table order_group add column language text not null default 'vi' check (language in ('vi', 'en', 'km'));
