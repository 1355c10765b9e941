-- Whoever has no e-mail signs in with a telephone number, written as its digits from 0. The library of sign-ins wants an e-mail of every account:
-- such an account has one under `.invalid` (RFC 2606), which no mail ever reaches, nobody can type and no page shows.
alter table auth_user
  add column phone text unique,
  add constraint auth_user_phone_digits check (phone ~ '^0[0-9]{9,10}$');
-- The columns of the card stand where they stood; an address that is none is absent.
create or replace view person_card as
select id, name, case when email like '%.invalid' then null else email end as email, phone from auth_user;
