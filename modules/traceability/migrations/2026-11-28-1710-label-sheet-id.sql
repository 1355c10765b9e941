-- Label sheets began with `sht`, as the score sheets of the councils do. Nothing printed carries the id of a sheet (a label has the trace code of its
-- lot) and no other table points to one, so the rows take a prefix of their own. The trail and the events keep what was written: what follows the
-- prefix stays, so their `sht_01k…` is the sheet `lbs_01k…`.
update label_sheet set id = 'lbs_' || substr(id, 5) where id like 'sht\_%';
