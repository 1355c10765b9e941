-- A recall looks for lots by the number on the label and by the days on which they were made, of every maker.
create index lot_number_alone on lot (upper(number));
create index lot_made_on on lot (made_on);
