-- A point of sale gets its own link by mail, where an address is left: a secret goes by no telephone message and is stored in none.
alter table recall_partner add column email text check (email like 'locked:%');
