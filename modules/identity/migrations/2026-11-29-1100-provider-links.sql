-- An account is linked to a person of an identity provider by issuer and subject: one account for each, and one of them for each account.
create unique index auth_account_of_provider on auth_account (provider_id, account_id);
create unique index auth_account_of_user on auth_account (user_id, provider_id);

-- A session that a provider opened: nobody has typed the password in it yet.
alter table session_confirmation alter column at drop not null;
