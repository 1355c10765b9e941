-- An account whose person had the data erased keeps its row, which other rooms point at, and says nothing any more.
alter table auth_user add column erased_at timestamptz;
-- Who did something to somebody else's account is known by more than the name, which may have to go. What was written before is found by the name,
-- where one account alone has it.
alter table account_notice add column by_id text;
alter table invitation add column made_by_id text;
update account_notice set by_id = (select min(id) from auth_user where name = by_name having count(*) = 1);
update invitation set made_by_id = (select min(id) from auth_user where name = made_by_name having count(*) = 1);
