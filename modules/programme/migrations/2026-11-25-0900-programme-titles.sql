alter table programme_target add column title text;
update programme_target set title = coalesce(note, indicator);
alter table programme_target alter column title set not null;
-- A result of 2019–2022, told at the same conference as the targets and taken for one of them; now among the published figures.
delete from programme_target where id = 'tv-output-growth';
-- `value_to`: the source tells a range. `since`: what happened from that day to `as_of_date`; null for a total of that day.
alter table official_figure add column value_to numeric, add column since date;
