-- What rooms below the law read of it: the values of a topic by their days. What was taken back counts for no day.
create view legal_rule_card as select id, topic, value, effective_from, effective_to from legal_rule where taken_back_at is null;
