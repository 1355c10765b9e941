-- The page of a scan says since when its lot is in the transparency log.
create trigger shown_change after insert or update or delete or truncate on sealed_fact execute function send_change('transparency-log');
