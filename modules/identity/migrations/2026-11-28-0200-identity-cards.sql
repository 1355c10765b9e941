-- What other rooms may read of people and organisations. A card shows columns of one table under their own names; the tables stay ours.
create view person_card as select id, name, email from auth_user;
create view organisation_card as select id, code, name, kind, commune_code, parent_id from organisation;
create view membership_card as select id, user_id, organisation_id, role, since, until from membership;
