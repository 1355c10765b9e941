-- Who typed a purchase: the buyer, or the seller who heard it on the telephone and told the buyer what becomes of name, number and address
-- (Luật 91/2025/QH15), by the version of those words.
alter table order_group
  add column source text not null default 'buyer' check (source in ('buyer', 'seller')),
  add column told_version integer check (told_version > 0),
  add constraint order_group_told check ((source = 'seller') = (told_version is not null));
