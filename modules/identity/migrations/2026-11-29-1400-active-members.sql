-- Who holds a role today and has come in at least once: a password, or a provider that opens the account. An invitation alone is nobody yet.
create view active_member_card as
select membership.organisation_id, membership.user_id, membership.role
from membership
where (until is null or until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  and exists (
    select from auth_account
    where auth_account.user_id = membership.user_id and (password is not null or provider_id <> 'credential')
  );
