-- Who asks for what was recorded since a moment walked through everything before it. Rows lie in the order of recording, so a few kilobytes tell where to
-- begin (decision 075, which also says why there are no partitions).
create index epcis_event_recorded on epcis_event using brin (record_time) with (pages_per_range = 32, autosummarize = on);
